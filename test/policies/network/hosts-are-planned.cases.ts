import { EXPOSURE_LABEL } from '../../../kubernetes/labels.ts';
import { hostsArePlanned } from '../../../policies/network/hosts-are-planned.ts';
import { home } from '../../fixtures/base.ts';
import { aService, aTeam } from '../../support/teams.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anIngress, aRule } from '../support/objects.ts';

const SHOP = { teams: { shop: aTeam({ services: { web: aService({ host: 'shop', guard: 'none' }) } }) } };

/** An Ingress for `shop.example.org`. */
function inNamespace(namespace: string, exposure = 'public', rules = [aRule('shop.example.org')]) {
  const ingress = anIngress('web', { rules });
  return { ...ingress, metadata: { ...ingress.metadata, namespace, labels: { [EXPOSURE_LABEL]: exposure } } };
}

export const cases: PolicyCases = {
  policy: hostsArePlanned,
  accepts: {
    'a host of a team in its namespace': { site: SHOP, objects: [inNamespace('shop-prod')] },
    'dashboards at home': {
      site: { home },
      objects: [inNamespace('monitoring', 'home', [aRule('grafana.example.org')])],
    },
  },
  refuses: {
    'a host that nobody states': {
      objects: [inNamespace('shop-prod')],
      findings: [
        {
          in: 'Ingress shop-prod/web',
          path: 'spec.rules[0].host',
          found: 'shop.example.org',
          rule: 'is no host of the plan',
          fix: 'state it where the site states its hosts, or remove it',
        },
      ],
    },
    'the host of a team in the namespace of another': {
      site: SHOP,
      objects: [inNamespace('blog-prod')],
      findings: [
        {
          in: 'Ingress blog-prod/web',
          path: 'spec.rules[0].host',
          found: 'shop.example.org',
          rule: 'is planned in the namespace shop-prod, not in blog-prod',
          fix: 'move the Ingress to shop-prod, or give it a host of its own',
        },
      ],
    },
    'a host for everybody that is served as one for home': {
      site: SHOP,
      objects: [inNamespace('shop-prod', 'home')],
      findings: [
        {
          in: 'Ingress shop-prod/web',
          path: `metadata.labels['${EXPOSURE_LABEL}']`,
          found: 'home',
          rule: 'is planned for the exposure public',
          fix: 'write public',
        },
      ],
    },
    'a rule without a host, and a backend for everything': {
      objects: [anIngress('web', { rules: [aRule(undefined)], defaultBackend: { service: { name: 'web' } } })],
      findings: ['spec.defaultBackend', 'spec.rules[0].host'].map((path) => ({
        ...{
          in: 'Ingress shop/web',
          path,
          found: '',
          rule: 'answers at every host',
          fix: 'write one host of the plan',
        },
      })),
    },
    'an alias that nobody states': {
      site: SHOP,
      objects: [
        {
          ...inNamespace('shop-prod'),
          metadata: {
            ...{ name: 'web', namespace: 'shop-prod' },
            annotations: { 'nginx.ingress.kubernetes.io/server-alias': 'store.example.org' },
          },
        },
      ],
      findings: [
        {
          in: 'Ingress shop-prod/web',
          path: "metadata.annotations['nginx.ingress.kubernetes.io/server-alias']",
          found: 'store.example.org',
          rule: 'is no host of the plan',
          fix: 'state it where the site states its hosts, or remove it',
        },
      ],
    },
  },
};
