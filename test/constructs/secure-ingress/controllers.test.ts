import { describe, expect, test } from 'vitest';
import {
  adapters,
  annotationsFor,
  type Demands,
  type Feature,
} from '../../../constructs/secure-ingress/annotations.ts';
import { short } from './support.ts';

/** Each feature, an example of it, and what a controller that supports it is told. */
const table: { readonly [F in Feature]: readonly [NonNullable<Demands[F]>, Record<string, string>] } = {
  basic: [
    { secret: 'users', realm: 'Home' },
    { 'auth-type': 'basic', 'auth-secret': 'users', 'auth-secret-type': 'auth-file', 'auth-realm': 'Home' },
  ],
  signOn: [
    { check: 'http://s/auth', signIn: 'https://s/start', headers: ['X-User', 'X-Mail'] },
    { 'auth-url': 'http://s/auth', 'auth-signin': 'https://s/start', 'auth-response-headers': 'X-User,X-Mail' },
  ],
  backendTls: [true, { 'backend-protocol': 'HTTPS' }],
  bodyLimit: [{ mebibytes: 16 }, { 'proxy-body-size': '16m', 'proxy-request-buffering': 'on' }],
  connectSeconds: [3, { 'proxy-connect-timeout': '3' }],
  sendSeconds: [90, { 'proxy-send-timeout': '90' }],
  silenceSeconds: [3600, { 'proxy-read-timeout': '3600' }],
  openAtOnce: [1000, { 'limit-connections': '1000' }],
  rateLimit: [
    { requests: 9, per: 'second' },
    { 'limit-rps': '9', 'limit-burst-multiplier': '5' },
  ],
  rateExempt: [['192.0.2.0/24'], { 'limit-whitelist': '192.0.2.0/24' }],
  allowedSources: [['192.0.2.0/24', '198.51.100.0/24'], { 'allowlist-source-range': '192.0.2.0/24,198.51.100.0/24' }],
  blockedSources: [['192.0.2.0/24'], { 'denylist-source-range': '192.0.2.0/24' }],
  bandwidth: [64, { 'limit-rate': '64' }],
  www: [true, { 'from-to-www-redirect': 'true' }],
  redirect: [{ to: 'https://example.org', permanent: false }, { 'temporal-redirect': 'https://example.org' }],
  answerHeaders: ['home/headers', { 'custom-headers': 'home/headers' }],
};

const features = Object.keys(table) as Feature[];
const notTraefik: readonly Feature[] = ['rateExempt', 'blockedSources', 'bandwidth'];

describe('ingress-nginx', () => {
  test.each(features)('is told of %s in its annotations', (feature) => {
    const [demand, annotations] = table[feature];
    expect(short(annotationsFor(adapters['ingress-nginx'], { [feature]: demand }))).toEqual(annotations);
  });
});

describe('traefik', () => {
  test('supports everything but what its documentation lists as unsupported', () => {
    expect(features.filter((feature) => !(feature in adapters.traefik.supports))).toEqual(notTraefik);
  });

  test.each(features.filter((feature) => !notTraefik.includes(feature)))(
    'is told of %s in the same words as ingress-nginx',
    (feature) => {
      const demands = { [feature]: table[feature][0] };
      expect(annotationsFor(adapters.traefik, demands)).toEqual(annotationsFor(adapters['ingress-nginx'], demands));
    },
  );
});

describe('a large body', () => {
  test.each([
    ['beyond 16 MiB', { mebibytes: 17 }, { 'proxy-body-size': '17m', 'proxy-request-buffering': 'on' }],
    ['without a limit', 'none', { 'proxy-body-size': '0', 'proxy-request-buffering': 'off' }],
  ] as const)('%s is not kept in memory for a second try', (_, bodyLimit, annotations) => {
    expect(short(annotationsFor(adapters.traefik, { bodyLimit }))).toEqual({
      ...annotations,
      'proxy-next-upstream': 'off',
    });
  });
});
