import { grouped } from '../grouped.ts';
import type { Site } from '../site.ts';
import { allocatable } from './allocatable.ts';
import type { NamespacePlan } from './namespaces.ts';
import type { TeamOwner } from './owners.ts';
import { type Portion, portionFor, sharesOf } from './shares.ts';
import { PODS_OF_A_NODE, SYSTEM_PODS } from './system-pods.ts';

/** Part of the nodes that the platform may take; the rest is for what people run. */
export const PLATFORM_SHARE = 0.4;

/**
 * Part of the memory of the nodes that the limits of the platform may come to. Most of its processes may use twice
 * what they request.
 */
const PLATFORM_LIMIT_SHARE = 0.65;

/** How much of the nodes the pods of one namespace may have. */
export interface QuotaPlan {
  readonly owner: TeamOwner;
  readonly namespace: string;
  readonly portion: Portion;
}

/**
 * One quota for each namespace of a team, by the namespace: equal parts of what its environment has.
 *
 * They count the platform with all that it may take, not with what it takes today: no version of a program of the
 * platform changes the quota of a team.
 */
export function quotasOf(
  { cloud, environments }: Pick<Site, 'cloud' | 'environments'>,
  namespaces: readonly NamespacePlan[],
): Record<string, QuotaPlan> {
  const shares = sharesOf(forPeople(cloud), environments);
  const ofTeams = namespaces.flatMap(({ name, owner }) => (owner.kind === 'team' ? [{ name, owner }] : []));
  const beside = grouped(ofTeams, ({ owner }) => owner.environment);
  const quotas = ofTeams.map(({ name, owner }): QuotaPlan => {
    const share = shares.find(({ environment }) => environment === owner.environment);
    if (!share) throw new RangeError(`'${owner.environment}' is no environment of the site`);
    const teams = beside.get(owner.environment) ?? [];
    return { owner, namespace: name, portion: portionFor(share, teams.length) };
  });
  return Object.fromEntries(quotas.map((quota) => [quota.namespace, quota]));
}

/**
 * What the nodes have for people: all of it, less what the platform may take and what OKE runs itself.
 *
 * No limit lies below its request, so pods ask for no more memory than their limits may come to: more could not be used.
 */
export function forPeople({ nodes }: Pick<Site['cloud'], 'nodes'>): Portion {
  const all = Object.values(nodes).map(allocatable);
  const millicores = sum(all.map((node) => node.millicores));
  const memory = sum(all.map((node) => node.memory.mebibytes));
  const system = SYSTEM_PODS.map((pod) => ({ ...pod, count: pod.everyNode ? all.length : 1 }));
  const ofSystem = (what: 'millicores' | 'memoryMebibytes') => sum(system.map((pod) => pod[what] * pod.count));
  const limits = memory * (1 - PLATFORM_LIMIT_SHARE) - ofSystem('memoryMebibytes');
  return {
    millicores: millicores * (1 - PLATFORM_SHARE) - ofSystem('millicores'),
    memoryMebibytes: Math.min(memory * (1 - PLATFORM_SHARE) - ofSystem('memoryMebibytes'), limits),
    memoryLimitMebibytes: limits,
    pods: all.length * PODS_OF_A_NODE * (1 - PLATFORM_SHARE) - sum(system.map(({ count }) => count)),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
