import { Duration } from 'cdk8s';
import { Service } from 'cdk8s-plus-27';
import { expect, test } from 'vitest';
import { Exposure, Guard, Redirect, type SecureIngressProps } from '../../../constructs/secure-ingress/index.ts';
import { aFolder } from '../support/synth.ts';
import { aRoute, aService, EDGE } from './support.ts';

const homeless = { ...EDGE, homeNetworks: [] };
const { signOn: _signOn, ...withoutSignOn } = EDGE;
const twoPorts = new Service(aFolder(), 'Two', {
  metadata: { name: 'api' },
  ports: [{ port: 80 }, { port: 81, name: 'b' }],
});
const backend = { service: aService(aFolder(), 'api'), port: 80 };

const refused: readonly (readonly [string, Partial<SecureIngressProps>, string])[] = [
  [
    'blocked sources with Traefik',
    { blockedSources: ['203.0.113.0/24'] },
    "'blockedSources' is not supported by traefik; leave it out, or choose another edge.controller",
  ],
  [
    'a bandwidth with Traefik',
    { bandwidth: 512 },
    "'bandwidth' is not supported by traefik; leave it out, or choose another edge.controller",
  ],
  [
    'an exemption from the rate with Traefik',
    { rateExempt: ['203.0.113.0/24'] },
    "'rateExempt' is not supported by traefik; leave it out, or choose another edge.controller",
  ],
  [
    'a guard where nothing passes the edge',
    { exposure: Exposure.CLUSTER, guard: Guard.signOn() },
    "'guard' is sign-on, but a guard stands at the edge and Exposure.CLUSTER has no route through it; use Guard.none()",
  ],
  [
    'the exposure home without a home',
    { edge: homeless, exposure: Exposure.HOME },
    "'exposure' is home, but 'edge.homeNetworks' names no network; name those of home, or use Exposure.CLUSTER",
  ],
  [
    'sign-on without one at the edge',
    { edge: withoutSignOn, guard: Guard.signOn() },
    "'guard' is sign-on, but 'edge.signOn' is missing; say where it is, or use Guard.basic({ secret })",
  ],
  [
    'a realm that would end its own quotes',
    { guard: Guard.basic({ secret: 'x', realm: 'a" b' }) },
    `'realm' must be letters, digits, spaces and plain punctuation, got "a\\" b"`,
  ],
  [
    'www. twice',
    { www: true, host: 'www.example.org' },
    "'www' adds www. to a host, and www.example.org has it already; use the host without it",
  ],
  [
    'a source outside home with the exposure home',
    { exposure: Exposure.HOME, allowedSources: ['203.0.113.0/24'] },
    "'allowedSources' must lie in the home networks (192.168.4.0/22, 192.168.16.0/24) with Exposure.HOME, got 203.0.113.0/24",
  ],
  [
    'a source of IPv6 outside home with the exposure home',
    {
      edge: { ...EDGE, homeNetworks: ['192.168.4.0/22', 'fd00:4::/64'] },
      exposure: Exposure.HOME,
      allowedSources: ['fd00:4::/96', 'fd00:5::/96'],
    },
    "'allowedSources' must lie in the home networks (192.168.4.0/22, fd00:4::/64) with Exposure.HOME, got fd00:5::/96",
  ],
  [
    'redirects of a host for home with ingress-nginx, which answers them to everybody',
    {
      edge: { ...EDGE, controller: 'ingress-nginx' },
      exposure: Exposure.HOME,
      redirects: { '/old': Redirect.permanent('https://example.org/new') },
    },
    "'redirects' of ingress-nginx answer everybody, and this host does not; leave them out, or choose another edge.controller",
  ],
  [
    'two times to wait for pods, whose Ingress has one',
    { timeouts: { answer: Duration.seconds(60), idle: Duration.hours(1) } },
    "'timeouts.answer' (60 s) and 'timeouts.idle' (3600 s) are one time with traefik and a backend of pods; leave one of them out, and the other counts for both",
  ],
  [
    'two times to wait with ingress-nginx',
    {
      edge: { ...EDGE, controller: 'ingress-nginx' },
      backend: { ...backend, endpoint: '192.168.4.20:80' },
      timeouts: { answer: Duration.seconds(60), idle: Duration.hours(1) },
    },
    "'timeouts.answer' (60 s) and 'timeouts.idle' (3600 s) are one time with ingress-nginx; leave one of them out, and the other counts for both",
  ],
  [
    'a part of a second',
    { timeouts: { connect: Duration.millis(500) } },
    "'timeouts.connect' must be whole seconds, at least 1, got 0.5 s",
  ],
  [
    'a path that is a pattern',
    { paths: { '/api(.*)': backend } },
    "a path begins with / and has letters, digits and ._-/ after it, such as /api, got '/api(.*)'",
  ],
  [
    'a path that leads to two places',
    { paths: { '/a': backend }, redirects: { '/a': Redirect.permanent('https://example.org') } },
    "'paths' and 'redirects' both have /a; leave it in one of them",
  ],
  [
    'a Service that a chart makes without its port',
    { backend: { service: 'argocd-server' } },
    "'port' of the Service argocd-server is missing: it is not made here; state it",
  ],
  [
    'a Service of two ports without one of them',
    { paths: { '/api': { service: twoPorts } } },
    "'port' is missing: the Service api has 2 ports; state which one",
  ],
  [
    'a redirect to no address',
    { redirects: { '/a': Redirect.permanent('/b') } },
    "'redirects' of /a must lead to a whole address such as https://example.org/new, got '/b'",
  ],
];

test.each(refused)('refuses %s', (_, changes, problem) => {
  expect(messageOf(changes)).toBe(`SecureIngress 'home/Photos' cannot be built:\n  - ${problem}`);
});

test('names every problem at once', () => {
  expect(messageOf({ bandwidth: 1, edge: homeless, exposure: Exposure.HOME }).split('\n')).toHaveLength(3);
});

function messageOf(changes: Partial<SecureIngressProps>): string {
  try {
    aRoute(changes);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
}
