import { ENFORCE, LEVELS } from '../../kubernetes/pod-security.ts';
import { shown } from '../../site/index.ts';
import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The API server itself refuses pods that are not hardened, also those that never went through a synth. */
export const namespacesAreRestricted: Policy = {
  id: 'namespaces-are-restricted',
  title: `Every namespace enforces the Pod Security level restricted, by the label ${ENFORCE}.`,
  why:
    'A namespace without a level admits every pod, from wherever it comes. Those that must admit more are few, and each ' +
    'is an exception with its reason.',
  check: eachOf<unknown>(['Namespace'], ({ metadata: { labels } }) => {
    const level = labels?.[ENFORCE];
    if (level === 'restricted') return [];
    return [
      { path: ['metadata', 'labels', ENFORCE], found: shown(level), rule: faultOf(level), fix: 'write restricted' },
    ];
  }),
};

function faultOf(level: string | undefined): string {
  if (level === undefined) return 'is missing, so that the namespace admits every pod';
  return LEVELS.some((known) => known === level) ? 'admits pods that are not hardened' : 'is no level of Pod Security';
}
