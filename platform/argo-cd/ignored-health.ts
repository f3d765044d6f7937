import type { ApiObject } from 'cdk8s';

/**
 * Leaves an object out of the health of its Application: what comes in later waves would otherwise wait for something
 * that comes in a later wave itself, or that nobody uses.
 */
export function healthIgnored(object: ApiObject): void {
  object.metadata.addAnnotation('argocd.argoproj.io/ignore-healthcheck', 'true');
}
