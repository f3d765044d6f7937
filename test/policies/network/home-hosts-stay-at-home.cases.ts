import { EXPOSURE_LABEL } from '../../../kubernetes/labels.ts';
import { homeHostsStayAtHome } from '../../../policies/network/home-hosts-stay-at-home.ts';
import { home } from '../../fixtures/base.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anIngress, aRule, type Fields } from '../support/objects.ts';

const SOURCES = 'nginx.ingress.kubernetes.io/allowlist-source-range';
const HOME = '192.168.4.0/22,192.168.16.0/24';

/** An Ingress for `shop.example.org` that is for home alone. */
function atHome(name: string, annotations: Fields = { [SOURCES]: HOME }) {
  const ingress = anIngress(name, {}, annotations);
  return { ...ingress, metadata: { ...ingress.metadata, labels: { [EXPOSURE_LABEL]: 'home' } } };
}

const fix = `write ${HOME}, or networks inside them`;
const path = `metadata.annotations['${SOURCES}']`;

export const cases: PolicyCases = {
  policy: homeHostsStayAtHome,
  accepts: {
    'the home networks and the tunnel': { site: { home }, objects: [atHome('web')] },
    'a part of them, under the older name of the annotation': {
      site: { home },
      objects: [atHome('web', { 'nginx.ingress.kubernetes.io/whitelist-source-range': '192.168.4.16/28' })],
    },
    'a host that is open to everybody beside one for home': {
      site: { home },
      objects: [atHome('web'), anIngress('blog', { rules: [aRule('blog.example.org')] })],
    },
  },
  refuses: {
    'no source range': {
      site: { home },
      objects: [atHome('web', {})],
      findings: [
        { in: 'Ingress shop/web', path, found: '', rule: 'is missing, and shop.example.org is for home alone', fix },
      ],
    },
    'a network that is not at home': {
      site: { home },
      objects: [atHome('web', { [SOURCES]: '192.168.4.0/22, 0.0.0.0/0' })],
      findings: [
        {
          in: 'Ingress shop/web',
          path,
          found: '0.0.0.0/0',
          rule: 'is not at home, and shop.example.org is for home alone',
          fix,
        },
      ],
    },
    'a second Ingress for the same host that admits everybody': {
      site: { home },
      objects: [atHome('web'), anIngress('door', { rules: [aRule('shop.example.org', { path: '/api' })] })],
      findings: [
        { in: 'Ingress shop/door', path, found: '', rule: 'is missing, and shop.example.org is for home alone', fix },
      ],
    },
    'another Ingress that takes the host as an alias': {
      site: { home },
      objects: [
        atHome('web'),
        anIngress(
          'door',
          { rules: [aRule('blog.example.org')] },
          { 'nginx.ingress.kubernetes.io/server-alias': 'a.example.org, shop.example.org' },
        ),
      ],
      findings: [
        { in: 'Ingress shop/door', path, found: '', rule: 'is missing, and shop.example.org is for home alone', fix },
      ],
    },
  },
};
