import { namespacesAreRestricted } from '../../../policies/identity/namespaces-are-restricted.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aNamespace, anObject } from '../support/objects.ts';

const refusal = (object: Breaking['objects'][number], found: string, rule: string): Breaking => ({
  objects: [object],
  findings: [
    {
      in: 'Namespace shop',
      path: "metadata.labels['pod-security.kubernetes.io/enforce']",
      found,
      rule,
      fix: 'write restricted',
    },
  ],
});

export const cases: PolicyCases = {
  policy: namespacesAreRestricted,
  accepts: { 'the strictest level': { objects: [aNamespace()] } },
  refuses: {
    'no level': refusal(anObject('v1', 'Namespace', 'shop'), '', 'is missing, so that the namespace admits every pod'),
    'a weaker level': refusal(aNamespace('shop', 'baseline'), 'baseline', 'admits pods that are not hardened'),
    'a level that is none': refusal(aNamespace('shop', 'strict'), 'strict', 'is no level of Pod Security'),
  },
};
