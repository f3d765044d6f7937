import type { Site } from '../site.ts';
import { allocatable } from './allocatable.ts';
import type { TeamOwner } from './owners.ts';
import type { Portion } from './shares.ts';
import { PODS_OF_A_NODE, SYSTEM_PODS } from './system-pods.ts';
import { needOf, sumOf } from './teams/need.ts';
import type { TeamPlan } from './teams/team-plan.ts';

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

/** Part of a need that is left for what nobody counted, such as a pod that ends slowly. */
const SLACK = 1.05;

/**
 * One quota for each namespace of a team, by the namespace: what its services take while all of them are released at
 * once.
 *
 * A release that the plan has room for is never held by it: pods that end are counted until they are gone.
 */
export function quotasOf(
  teams: readonly Pick<TeamPlan, 'owner' | 'namespace' | 'services'>[],
): Record<string, QuotaPlan> {
  return Object.fromEntries(
    teams.map(({ owner, namespace: { name: namespace }, services }) => {
      const most = sumOf(services.map((service) => needOf(service).most));
      const memoryMebibytes = Math.ceil(most.memoryMebibytes * SLACK);
      const portion = {
        ...{ millicores: Math.ceil(most.millicores * SLACK), memoryMebibytes },
        // No process of a team may use more memory than it asks for.
        ...{ memoryLimitMebibytes: memoryMebibytes, pods: Math.ceil(most.pods * SLACK) },
      };
      return [namespace, { owner, namespace, portion }];
    }),
  );
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
