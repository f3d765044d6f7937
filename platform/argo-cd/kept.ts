import type { ApiObject } from 'cdk8s';

/**
 * Keeps an object in the cluster when it leaves git, and when its Application goes: what holds data is never removed
 * by a commit. `docs/gitops.md` tells how to remove it for good.
 *
 * Until then the rest of its folder counts as in sync: without `IgnoreExtraneous`, which must be there before the object
 * leaves git, the Application would be OutOfSync for ever.
 */
export function kept(object: ApiObject): void {
  object.metadata.addAnnotation('argocd.argoproj.io/sync-options', 'Prune=false,Delete=false');
  object.metadata.addAnnotation('argocd.argoproj.io/compare-options', 'IgnoreExtraneous');
}
