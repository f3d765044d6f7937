import { type Manifest, nameOf } from '../../kubernetes/manifest.ts';
import { matches, type Selector, selectorText } from '../../kubernetes/selectors.ts';
import type { Problem } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

interface WorkloadFields {
  readonly spec?: { readonly selector?: Selector };
}

/** A workload finds the pods that it makes, and no others. */
export const selectorsMatchTheirPods: Policy = {
  id: 'selectors-match-their-pods',
  title: 'The selector of a workload chooses the pods that it makes and no others.',
  why: 'The API server refuses a workload that does not choose its own pods, and two that choose the same count and scale wrongly.',
  check: eachOf<WorkloadFields>(
    ['Deployment.apps', 'StatefulSet.apps', 'DaemonSet.apps', 'ReplicaSet.apps'],
    ({ spec }, context, subject) => [
      ...ownPods(spec?.selector, context, subject),
      ...foreignPods(spec?.selector, context, subject),
    ],
  ),
};

const PATH = ['spec', 'selector'];

function ownPods(selector: Selector | undefined, context: PolicyContext, subject: Manifest): Problem[] {
  if (isEmpty(selector)) {
    return [{ path: PATH, found: '', rule: 'is missing or empty', fix: 'write labels that its pods carry' }];
  }
  const labels = context.podOf(subject)?.labels ?? {};
  if (matches(selector ?? {}, labels)) return [];
  const wrong = Object.entries(selector?.matchLabels ?? {}).filter(([key, value]) => labels[key] !== value);
  return [
    {
      path: PATH,
      found: selectorText(wrong.length > 0 ? { matchLabels: Object.fromEntries(wrong) } : (selector ?? {})),
      rule: 'is no label of the pods that it makes',
      fix: 'write the same labels in selector.matchLabels and in template.metadata.labels',
    },
  ];
}

function foreignPods(selector: Selector | undefined, context: PolicyContext, subject: Manifest): Problem[] {
  if (isEmpty(selector)) return [];
  const others = context
    .podsSelected(subject.object.metadata.namespace, selector ?? {})
    .filter((pod) => pod.subject !== subject);
  const [first] = others;
  if (!first) return [];
  return [
    {
      path: PATH,
      found: nameOf(first.subject),
      rule: `${others.length > 1 ? `and ${others.length - 1} more are` : 'is'} chosen too`,
      fix: 'write a label of its own into the selector and the pods, such as app.kubernetes.io/name',
    },
  ];
}

function isEmpty(selector: Selector | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0) === 0;
}
