import { ingressPathsAreUnique } from '../../../policies/network/ingress-paths-are-unique.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anIngress, aRule } from '../support/objects.ts';

const FIX = 'write another host or path, or remove one of the two';
const HOST = 'shop.example.org';

export const cases: PolicyCases = {
  policy: ingressPathsAreUnique,
  accepts: {
    'another host, path or pathType each': {
      objects: [
        anIngress(),
        anIngress('admin', { rules: [aRule('admin.example.org')] }),
        anIngress('api', { rules: [aRule(HOST, { path: '/api' })] }),
        anIngress('exact', { rules: [aRule(HOST, { pathType: 'Exact' })] }),
      ],
    },
  },
  refuses: {
    'the same path of one host in two namespaces': {
      objects: [anIngress(), { ...anIngress('copy'), metadata: { name: 'copy', namespace: 'other' } }],
      findings: [
        {
          in: 'Ingress other/copy',
          path: 'spec.rules[0].http.paths[0].path',
          found: 'shop.example.org/ (Prefix)',
          rule: 'is a path of Ingress shop/web too',
          fix: FIX,
        },
      ],
    },
    'the same path twice in one Ingress': {
      objects: [anIngress('web', { rules: [aRule(HOST), aRule(HOST)] })],
      findings: [
        {
          in: 'Ingress shop/web',
          path: 'spec.rules[1].http.paths[0].path',
          found: 'shop.example.org/ (Prefix)',
          rule: 'is a path of this Ingress already',
          fix: FIX,
        },
      ],
    },
  },
};
