import { hostsHaveOneTlsSecret } from '../../../policies/network/hosts-have-one-tls-secret.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anIngress, anObject } from '../support/objects.ts';

const tls = (secretName: string, ...hosts: readonly string[]) => ({ tls: [{ hosts, secretName }] });
const certificate = (secretName: string, ...dnsNames: readonly string[]) =>
  anObject('cert-manager.io/v1', 'Certificate', secretName, { spec: { secretName, dnsNames } });

export const cases: PolicyCases = {
  policy: hostsHaveOneTlsSecret,
  accepts: {
    'a secret for each host': {
      objects: [anIngress('web', tls('web-tls', 'a.example.org')), anIngress('api', tls('api-tls', 'b.example.org'))],
    },
    'two Ingresses of one host with one secret, hosts in any order': {
      objects: [
        anIngress('web', tls('web-tls', 'a.example.org', 'b.example.org')),
        anIngress('sign-on', tls('web-tls', 'b.example.org', 'a.example.org')),
      ],
    },
    'a Certificate for the secret of an Ingress': {
      objects: [anIngress('web', tls('web-tls', 'a.example.org')), certificate('web-tls', 'a.example.org')],
    },
  },
  refuses: {
    'one secret for two sets of hosts': {
      objects: [
        anIngress('web', tls('web-tls', 'a.example.org')),
        anIngress('api', tls('web-tls', 'a.example.org', 'b.example.org')),
      ],
      findings: [
        {
          in: 'Ingress shop/api',
          path: 'spec.tls[0].secretName',
          found: 'shop/web-tls',
          rule: 'is for a.example.org, b.example.org here and for a.example.org in Ingress shop/web',
          fix: 'write a secret of its own for each set of hosts',
        },
      ],
    },
    'two secrets for one host': {
      objects: [anIngress('web', tls('web-tls', 'a.example.org')), anIngress('api', tls('api-tls', 'a.example.org'))],
      findings: [
        {
          in: 'Ingress shop/api',
          path: 'spec.tls[0].secretName',
          found: 'shop/api-tls',
          rule: 'is a second TLS secret for a.example.org, which has shop/web-tls in Ingress shop/web',
          fix: 'write web-tls here too, in the same namespace',
        },
      ],
    },
    'a Certificate beside the one that an Ingress requests': {
      objects: [anIngress('web', tls('web-tls', 'a.example.org')), certificate('extra', 'a.example.org')],
      findings: [
        {
          in: 'Certificate shop/extra',
          path: 'spec.secretName',
          found: 'shop/extra',
          rule: 'is a second TLS secret for a.example.org, which has shop/web-tls in Ingress shop/web',
          fix: 'write web-tls here too, in the same namespace',
        },
      ],
    },
  },
};
