import { ALWAYS_FREE, type Allowance } from '../../site/plan/index.ts';

/**
 * The quota that keeps a tenancy within its allowance, also against mistakes in the console.
 *
 * For one resource the last statement counts, so what is taken away stands before what is given back. A limit of an
 * availability domain holds in each of them; where there is a regional one, it keeps their sum. For disks there is none: in
 * a region of three domains the quota alone would admit three times the allowance, and the sum over the plan keeps it.
 */
export function quotaStatements(allowance: Allowance): string[] {
  const { ocpus, memoryGb, storageGb, microInstances, flexibleLoadBalancers } = allowance;
  const { volumeBackups, loadBalancerMbps } = ALWAYS_FREE;
  return [
    ...zero('compute-core', 'compute-memory', 'load-balancer'),
    set('compute-core', 'standard-a1-core-count', ocpus),
    set('compute-core', 'standard-a1-core-regional-count', ocpus),
    set('compute-memory', 'standard-a1-memory-count', memoryGb),
    set('compute-memory', 'standard-a1-memory-regional-count', memoryGb),
    set('compute-core', 'standard-e2-micro-core-count', microInstances),
    set('block-storage', 'total-storage-gb', storageGb),
    set('block-storage', 'backup-count', volumeBackups.amount),
    set('load-balancer', 'lb-flexible-count', flexibleLoadBalancers),
    set('load-balancer', 'lb-flexible-bandwidth-sum', flexibleLoadBalancers * loadBalancerMbps.amount),
  ];
}

function zero(...families: readonly string[]): string[] {
  return families.map((family) => `zero ${family} quotas in tenancy`);
}

function set(family: string, name: string, most: number): string {
  return `set ${family} quota ${name} to ${most} in tenancy`;
}
