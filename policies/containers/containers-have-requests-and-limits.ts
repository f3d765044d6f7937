import { quantity } from '../../kubernetes/quantities.ts';
import { shown } from '../../site/index.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

const WANTED = [
  ['requests', 'cpu', '50m'],
  ['requests', 'memory', '64Mi'],
  ['requests', 'ephemeral-storage', '50Mi'],
  ['limits', 'cpu', '500m'],
  ['limits', 'memory', '128Mi'],
  ['limits', 'ephemeral-storage', '100Mi'],
] as const;

/** Each container says what it needs and where its use ends: CPU, memory and disk of the node, init containers too. */
export const containersHaveRequestsAndLimits: Policy = {
  id: 'containers-have-requests-and-limits',
  title: 'Every container has requests and limits for CPU, memory and the disk of its node.',
  why:
    'Requests let the scheduler place a pod where it fits; limits keep one process that runs wild from taking the only ' +
    'node with it. A limit for CPU may be generous: it bounds a loop and need not slow down a burst. On the disk (`ephemeral-storage`) lie logs and scratch directories: ' +
    'a flood of either ends the pod that makes it, and no other.',
  check: eachContainer(function* ({ container: { resources } }) {
    for (const [kind, resource, example] of WANTED) {
      const value = resources?.[kind]?.[resource];
      const amount = quantity(value);
      if (amount !== undefined && amount > 0) continue;
      yield {
        path: ['resources', kind, resource],
        found: shown(value),
        rule: value === undefined ? 'is missing' : 'is no quantity above zero',
        fix: `write one such as ${example}, from a measurement`,
      };
    }
  }),
};
