import { shown } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Classes with which Kubernetes keeps its own pods alive. */
const OF_KUBERNETES = /^system-/;

/** It is decided beforehand whose pods go first when a node runs short. */
export const podsHaveAPriority: Policy = {
  id: 'pods-have-a-priority',
  title: 'Every pod names the priority class of its folder, and none that belongs to Kubernetes itself.',
  why:
    'When a node runs short, pods of a lower priority go first: without a class staging and production are equals, with ' +
    'that of the platform a pod of a team takes the place of the edge, and with one of Kubernetes it outlives the DNS of ' +
    'the cluster.',
  absolute: 'a pod that ranks itself takes the place of those that others need',
  check: eachPod(function* ({ subject: { folder }, spec: { priorityClassName } }, context) {
    const path = ['spec', 'priorityClassName'];
    const found = shown(priorityClassName);
    const planned = context.fact(prioritiesByFolder).get(folder);
    const fix = `write ${planned ?? 'platform, or the class of the environment (site/plan/priorities.ts)'}`;
    if (!priorityClassName) yield { path, found, rule: 'is missing', fix };
    else if (OF_KUBERNETES.test(priorityClassName)) yield { path, found, rule: 'belongs to Kubernetes itself', fix };
    else if (planned && priorityClassName !== planned) {
      yield { path, found, rule: `is not ${planned}, the class of the pods in ${folder}`, fix };
    }
  }),
};

function prioritiesByFolder({ plan }: PolicyContext): ReadonlyMap<string, string> {
  return new Map(plan.folders.map(({ id, priority }) => [id, priority]));
}
