import { kindOf } from '../../kubernetes/kinds.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import { type Selector, selectorText } from '../../kubernetes/selectors.ts';
import { shown } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { nodesFor } from '../context/nodes.ts';
import { replicasOf } from '../context/replicas.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

interface BudgetFields {
  readonly spec?: {
    readonly selector?: Selector;
    readonly minAvailable?: number | string;
    readonly maxUnavailable?: number | string;
  };
}

/**
 * A node can be emptied: for a new version of Kubernetes, or because the cloud replaces it.
 *
 * Where pods can run on one node only, the replacement of the first has nowhere to go while the node is being emptied, so
 * the budget must let all of them go.
 */
export const disruptionBudgetsAllowADrain: Policy = {
  id: 'disruption-budgets-allow-a-drain',
  title: 'No PodDisruptionBudget keeps a node from being drained.',
  why: 'A drain that may not evict the last pod waits for an hour and then fails, in the middle of an upgrade.',
  check: eachOf<BudgetFields>(['PodDisruptionBudget.policy'], ({ spec = {}, metadata }, context) => {
    const pods = spec.selector ? context.podsSelected(metadata.namespace, spec.selector) : [];
    const evicted = pods.filter(({ subject }) => kindOf(subject.object) !== 'DaemonSet.apps');
    if (evicted.length === 0) {
      const fix = 'write the labels of the pods that it protects, or remove it';
      return [{ path: ['spec', 'selector'], found: selectorText(spec.selector ?? {}), rule: 'chooses no pod', fix }];
    }
    const field = spec.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
    const count = evicted.reduce((sum, pod) => sum + replicasOf(pod.subject, context).fewest, 0);
    const allowed = allowedOf(field, spec[field], count);
    const needed = mustAllGo(evicted, context) ? count : Math.min(1, count);
    if (allowed >= needed) return [];
    return [
      {
        path: ['spec', field],
        found: shown(spec[field]),
        rule: `lets ${allowed} of ${count} pods go${needed > 1 ? ', and all of them can run on one node only' : ''}`,
        fix: needed > 1 ? 'write maxUnavailable: 100%, or remove the budget' : 'write maxUnavailable: 1',
      },
    ];
  }),
};

/** How many pods may be away at once; percentages are rounded as Kubernetes rounds them, up. */
function allowedOf(
  field: 'minAvailable' | 'maxUnavailable',
  value: number | string | undefined,
  count: number,
): number {
  const stated =
    typeof value === 'string' && value.endsWith('%')
      ? Math.ceil((Number.parseFloat(value) / 100) * count)
      : Number(value ?? 0);
  return field === 'maxUnavailable' ? Math.min(stated, count) : Math.max(0, count - stated);
}

function mustAllGo(pods: readonly Pod[], context: PolicyContext): boolean {
  return new Set(pods.flatMap((pod) => nodesFor(pod, context))).size === 1;
}
