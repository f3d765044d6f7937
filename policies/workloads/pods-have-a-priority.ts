import { shown } from '../../site/index.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Classes with which Kubernetes keeps its own pods alive. */
const OF_KUBERNETES = /^system-/;

/** It is decided beforehand whose pods go first when a node runs short. */
export const podsHaveAPriority: Policy = {
  id: 'pods-have-a-priority',
  title: 'Every pod names a priority class, and none that belongs to Kubernetes itself.',
  why:
    'When a node runs short, pods of a lower priority go first: without a class staging and production are equals, and ' +
    'with one of Kubernetes a pod of yours outlives the DNS of the cluster.',
  check: eachPod(function* ({ spec: { priorityClassName } }) {
    const path = ['spec', 'priorityClassName'];
    const found = shown(priorityClassName);
    const fix = 'write platform, or the class of the environment (site/plan/priorities.ts)';
    if (!priorityClassName) yield { path, found, rule: 'is missing', fix };
    else if (OF_KUBERNETES.test(priorityClassName)) yield { path, found, rule: 'belongs to Kubernetes itself', fix };
  }),
};
