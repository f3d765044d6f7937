import type { Plan } from '../../site/plan/index.ts';

/** The minor version of Kubernetes in the cluster of a site: 36 of 1.36.1. */
export function minorOf({ kubernetes }: Pick<Plan, 'kubernetes'>): number {
  return Number(kubernetes.split('.')[1]);
}
