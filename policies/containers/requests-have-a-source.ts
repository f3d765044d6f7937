import { shown } from '../../site/problem.ts';
import type { Pod } from '../context/pods.ts';
import type { Breach, Policy } from '../policy.ts';

/** The annotation of a workload that says where its requests come from. */
export const REQUESTS_SOURCE = 'armstead/requests-source';

/** Fewest words that name a page or a measurement. */
const FEWEST_WORDS = 3;

/** Figures come from somewhere: a measurement with its date, or the page of a vendor. */
export const requestsHaveASource: Policy = {
  id: 'requests-have-a-source',
  title: `Every workload says where its requests come from, in the annotation ${REQUESTS_SOURCE}.`,
  why: 'A figure without a source is a guess that nobody dares to change, and the budget of the node is their sum.',
  check: ({ pods }) => pods.flatMap(breaches),
};

function breaches({ subject }: Pod): Breach[] {
  const source: unknown = subject.object.metadata.annotations?.[REQUESTS_SOURCE];
  if (typeof source === 'string' && source.trim().split(/\s+/).length >= FEWEST_WORDS) return [];
  return [
    {
      subject,
      path: ['metadata', 'annotations', REQUESTS_SOURCE],
      found: shown(source),
      rule: source === undefined ? 'is missing' : 'names no source',
      fix: 'write a measurement with its date, or the page of the vendor and what it says',
    },
  ];
}
