import type { Site } from '../../site/index.ts';

/** The minor version of Kubernetes in the cluster of a site: 36 of 1.36.1. */
export function minorOf({ kubernetes }: Pick<Site, 'kubernetes'>): number {
  return Number(kubernetes.split('.')[1]);
}
