import { ingressPortsExist } from '../../../policies/network/ingress-ports-exist.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anIngress, aRule, aService, type Fields } from '../support/objects.ts';

const leadingTo = (port: Fields) =>
  anIngress('web', { rules: [aRule('shop.example.org', { backend: { service: { name: 'web', port } } })] });

const refusal = (found: string) => ({
  in: 'Ingress shop/web',
  path: 'spec.rules[0].http.paths[0].backend.service.port',
  found,
  rule: 'is no port of the Service web',
  fix: 'write one of http',
});

export const cases: PolicyCases = {
  policy: ingressPortsExist,
  accepts: {
    'a port by name': { objects: [aService(), leadingTo({ name: 'http' })] },
    'a port by number': { objects: [aService(), leadingTo({ number: 80 })] },
    'a Service that another policy misses': { objects: [leadingTo({ number: 80 })] },
  },
  refuses: {
    'the port of the pods instead of that of the Service': {
      objects: [aService(), leadingTo({ number: 8080 })],
      findings: [refusal('8080')],
    },
    'a name that the Service does not have': {
      objects: [aService(), leadingTo({ name: 'metrics' })],
      findings: [refusal('metrics')],
    },
  },
};
