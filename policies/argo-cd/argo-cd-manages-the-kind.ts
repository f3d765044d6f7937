import { kindOf } from '../../kubernetes/kinds.ts';
import { UNMANAGED_KINDS } from '../../site/plan/index.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** Kinds as policies name them: `Lease.coordination.k8s.io`. */
const EXCLUDED: ReadonlySet<string> = new Set(
  UNMANAGED_KINDS.flatMap(({ group, kinds }) => kinds.map((kind) => (group === '' ? kind : `${kind}.${group}`))),
);

/** What is in git is in the cluster. */
export const argoCdManagesTheKind: Policy = {
  id: 'argo-cd-manages-the-kind',
  title: 'No object is of a kind that Argo CD leaves out.',
  why: 'Argo CD says Synced and Healthy and applies nothing; only a condition of the Application tells.',
  check: eachObject(({ object }) => {
    const kind = kindOf(object);
    if (!EXCLUDED.has(kind)) return [];
    const fix = 'write what makes such an object instead, such as a Service with a selector or a Certificate';
    return [{ path: ['kind'], found: kind, rule: 'is left out by Argo CD and never applied', fix }];
  }),
};
