import { requestsHaveASource } from '../../../policies/containers/requests-have-a-source.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment, aWorkload, KINDS, type Kind } from '../support/workloads.ts';

const ANNOTATION = 'armstead/requests-source';
const FIX = 'write a measurement with its date, or the page of the vendor and what it says';

export const cases: PolicyCases = {
  policy: requestsHaveASource,
  accepts: {
    'a measurement with its date': { objects: [aDeployment()] },
    'a page of the vendor, in three words': {
      objects: [aDeployment({ metadata: { annotations: { [ANNOTATION]: 'vendor.example.org, Capacity planning' } } })],
    },
  },
  refuses: {
    'each workload without a source': {
      objects: (Object.keys(KINDS) as Kind[]).map((kind) =>
        aWorkload(kind, { metadata: { annotations: { [ANNOTATION]: undefined } } }),
      ),
      findings: Object.keys(KINDS).map((kind) => ({
        in: `${kind} shop/web`,
        path: `metadata.annotations['${ANNOTATION}']`,
        found: '',
        rule: 'is missing',
        fix: FIX,
      })),
    },
    'a word that names no source': {
      objects: [aDeployment({ metadata: { annotations: { [ANNOTATION]: 'a guess' } } })],
      findings: [
        {
          in: 'Deployment shop/web',
          path: `metadata.annotations['${ANNOTATION}']`,
          found: 'a guess',
          rule: 'names no source',
          fix: FIX,
        },
      ],
    },
  },
};
