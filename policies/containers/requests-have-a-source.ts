import { ANNOTATION } from '../../kubernetes/annotations.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import { shown } from '../../site/index.ts';
import type { Breach, Policy } from '../policy.ts';

/** Fewest words that name a page or a measurement. */
const FEWEST_WORDS = 3;

/** Figures come from somewhere: a measurement with its date, or the page of a vendor. */
export const requestsHaveASource: Policy = {
  id: 'requests-have-a-source',
  title: `Every workload says where its requests come from, in the annotation ${ANNOTATION.requestsSource}.`,
  why: 'A figure without a source is a guess that nobody dares to change, and the budget of the node is their sum.',
  check: ({ pods }) => pods.flatMap(breaches),
};

function breaches({ subject }: Pod): Breach[] {
  const source: unknown = subject.object.metadata.annotations?.[ANNOTATION.requestsSource];
  if (typeof source === 'string' && source.trim().split(/\s+/).length >= FEWEST_WORDS) return [];
  return [
    {
      subject,
      path: ['metadata', 'annotations', ANNOTATION.requestsSource],
      found: shown(source),
      rule: source === undefined ? 'is missing' : 'names no source',
      fix: 'write a measurement with its date, or the page of the vendor and what it says',
    },
  ];
}
