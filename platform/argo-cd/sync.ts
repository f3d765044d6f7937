import type { ApiObject } from 'cdk8s';
import type { ApplicationSpecSyncPolicy } from '../../imports/argoproj.io.ts';

/** With it the removal of an Application removes its objects, dependents first; without it they would run on unseen. */
export const REMOVES_ITS_OBJECTS = 'resources-finalizer.argocd.argoproj.io/foreground';

/**
 * Repeats a failed sync for ever, at most a minute apart, and takes up a new commit at once: a slow first start ends
 * healthy with nobody present, and a fix is not kept waiting by the mistake before it.
 */
export const SYNC: ApplicationSpecSyncPolicy = {
  automated: { prune: true, selfHeal: true },
  retry: { limit: -1, refresh: true, backoff: { duration: '5s', factor: 2, maxDuration: '1m' } },
  syncOptions: ['ServerSideApply=true', 'SkipDryRunOnMissingResource=true'],
};

/** The annotation that gives an object its place in a sync; lower is earlier. */
export function waveAnnotation(wave: number): Record<string, string> {
  return { 'argocd.argoproj.io/sync-wave': `${wave}` };
}

/**
 * Applies an object before the rest of its folder, and removes it after everything else: what the rest counts on is there
 * as long as it does.
 */
export function appliedFirst(object: ApiObject): void {
  for (const [key, value] of Object.entries(waveAnnotation(-1))) object.metadata.addAnnotation(key, value);
  prunedLast(object);
}

/** Removes an object only after everything else of its folder was applied and is well. */
export function prunedLast(object: ApiObject): void {
  object.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'PruneLast=true');
}
