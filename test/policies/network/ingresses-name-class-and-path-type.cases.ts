import { ingressesNameClassAndPathType } from '../../../policies/network/ingresses-name-class-and-path-type.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anIngress, aRule } from '../support/objects.ts';

const HOST = 'shop.example.org';
const IN = { in: 'Ingress shop/web' };

export const cases: PolicyCases = {
  policy: ingressesNameClassAndPathType,
  accepts: {
    'both named': { objects: [anIngress(), anIngress('exact', { rules: [aRule(HOST, { pathType: 'Exact' })] })] },
  },
  refuses: {
    'no class and no pathType': {
      objects: [anIngress('web', { ingressClassName: undefined, rules: [aRule(HOST, { pathType: undefined })] })],
      findings: [
        {
          ...IN,
          path: 'spec.ingressClassName',
          found: '',
          rule: 'is missing',
          fix: 'write the class of the edge, such as nginx',
        },
        {
          ...IN,
          path: 'spec.rules[0].http.paths[0].pathType',
          found: '',
          rule: 'is missing',
          fix: 'write Prefix or Exact',
        },
      ],
    },
    'a pathType that is none': {
      objects: [anIngress('web', { rules: [aRule(HOST, { pathType: 'prefix' })] })],
      findings: [
        {
          ...IN,
          path: 'spec.rules[0].http.paths[0].pathType',
          found: 'prefix',
          rule: 'is none that Kubernetes knows',
          fix: 'write Prefix or Exact',
        },
      ],
    },
    'the old annotation': {
      objects: [anIngress('web', {}, { 'kubernetes.io/ingress.class': 'nginx' })],
      findings: [
        {
          ...IN,
          path: "metadata.annotations['kubernetes.io/ingress.class']",
          found: 'nginx',
          rule: 'is the old way to name a class',
          fix: 'remove it and write spec.ingressClassName',
        },
      ],
    },
  },
};
