import type { ApiObject } from 'cdk8s';

/**
 * Keeps an object in the cluster when it leaves git, and when its Application goes: what holds data is never removed
 * by a commit. `docs/gitops.md` tells how to remove it for good.
 */
export function kept(object: ApiObject): void {
  object.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'Prune=false,Delete=false');
}
