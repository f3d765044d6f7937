import { ingressHostsHaveTls } from '../../../policies/network/ingress-hosts-have-tls.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anIngress, aRule } from '../support/objects.ts';

const IN = { in: 'Ingress shop/web' };
const tls = (...hosts: readonly string[]) => [{ hosts, secretName: 'web-tls' }];

export const cases: PolicyCases = {
  policy: ingressHostsHaveTls,
  accepts: {
    'each host with its secret': { objects: [anIngress()] },
    'a wildcard that covers the host': { objects: [anIngress('web', { tls: tls('*.example.org') })] },
  },
  refuses: {
    'a host that no secret is for': {
      objects: [anIngress('web', { rules: [aRule('shop.example.org'), aRule('www.example.org')] })],
      findings: [
        {
          ...IN,
          path: 'spec.rules[1].host',
          found: 'www.example.org',
          rule: 'has no TLS secret',
          fix: 'write it into spec.tls: { hosts: [www.example.org], secretName }',
        },
      ],
    },
    'a wildcard that is one label short': {
      objects: [anIngress('web', { rules: [aRule('a.shop.example.org')], tls: tls('*.example.org') })],
      findings: [
        {
          ...IN,
          path: 'spec.rules[0].host',
          found: 'a.shop.example.org',
          rule: 'has no TLS secret',
          fix: 'write it into spec.tls: { hosts: [a.shop.example.org], secretName }',
        },
      ],
    },
    'a rule for every host': {
      objects: [anIngress('web', { rules: [aRule(undefined)], defaultBackend: { service: { name: 'web' } } })],
      findings: [
        {
          ...IN,
          path: 'spec.defaultBackend',
          found: '',
          rule: 'serves every host that nobody else serves',
          fix: 'write a rule with a host',
        },
        {
          ...IN,
          path: 'spec.rules[0].host',
          found: '',
          rule: 'is missing, so that the rule serves every host',
          fix: 'write a rule with a host',
        },
      ],
    },
    'TLS without hosts and without a secret': {
      objects: [anIngress('web', { tls: [...tls('shop.example.org'), {}] })],
      findings: [
        { ...IN, path: 'spec.tls[1].hosts', found: '', rule: 'is missing', fix: 'write the hosts of the rules' },
        {
          ...IN,
          path: 'spec.tls[1].secretName',
          found: '',
          rule: 'is missing',
          fix: 'write the name of the secret that cert-manager is to fill',
        },
      ],
    },
  },
};
