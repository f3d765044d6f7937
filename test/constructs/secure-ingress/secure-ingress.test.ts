import { Duration, Size } from 'cdk8s';
import { describe, expect, test } from 'vitest';
import {
  BodyLimit,
  Exposure,
  Guard,
  RateLimit,
  Redirect,
  SecureIngress,
  type SecureIngressProps,
} from '../../../constructs/secure-ingress/index.ts';
import { aFolder, objects, only } from '../support/synth.ts';
import { aRoute, aService, EDGE, short } from './support.ts';

function annotations(changes: Partial<SecureIngressProps> = {}) {
  return short(only(aRoute(changes).chart, 'Ingress').metadata.annotations);
}

describe('the smallest route', () => {
  test('leads from the host to the service, through the class of the site', () => {
    expect(only(aRoute().chart, 'Ingress').spec).toEqual({
      ingressClassName: 'edge',
      rules: [
        {
          host: 'photos.example.org',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'photos', port: { number: 80 } } } }],
          },
        },
      ],
      tls: [{ hosts: ['photos.example.org'], secretName: 'photos-tls-staging' }],
    });
  });

  test('takes the one port that the service has where none is stated', () => {
    const chart = aFolder('home');
    const backend = { service: aService(chart, 'photos') };
    new SecureIngress(chart, 'Photos', { host: 'photos.example.org', backend, guard: Guard.none() });
    const [rule] = only(chart, 'Ingress').spec.rules;
    expect(rule.http.paths[0].backend).toEqual({ service: { name: 'photos', port: { number: 80 } } });
  });

  test('answers plain HTTP with the redirect to HTTPS, takes bodies of 8 MiB, and waits a minute for an answer', () => {
    expect(annotations()).toEqual({
      'force-ssl-redirect': 'true',
      'proxy-body-size': '8m',
      'proxy-request-buffering': 'on',
      'proxy-connect-timeout': '2',
      'proxy-read-timeout': '60',
      'proxy-send-timeout': '60',
    });
  });

  test('carries the name of the service and says who may reach it', () => {
    expect(only(aRoute().chart, 'Ingress').metadata).toMatchObject({
      name: 'photos',
      labels: { 'app.kubernetes.io/name': 'photos', 'armstead/exposure': 'public' },
    });
  });
});

describe('who may come', () => {
  test('is only home, with the tunnel, when the exposure is home', () => {
    expect(annotations({ exposure: Exposure.HOME })).toMatchObject({
      'allowlist-source-range': '192.168.4.0/22,192.168.16.0/24',
    });
  });

  test('is a part of home where that is stated', () => {
    const allowedSources = ['192.168.4.16/28'];
    expect(annotations({ exposure: Exposure.HOME, allowedSources })).toMatchObject({
      'allowlist-source-range': '192.168.4.16/28',
    });
  });

  test('is nobody with the exposure cluster: there is no object at all', () => {
    const { chart, route } = aRoute({ exposure: Exposure.CLUSTER });
    expect(objects(chart).map(({ kind }) => kind)).toEqual(['Service']);
    expect(route.hosts).toEqual([]);
  });
});

describe('the guard', () => {
  test('basic names the Secret with the password file, and shows the realm', () => {
    expect(annotations({ guard: Guard.basic({ secret: 'photos-users', realm: 'Family photos' }) })).toMatchObject({
      'auth-type': 'basic',
      'auth-secret': 'photos-users',
      'auth-secret-type': 'auth-file',
      'auth-realm': 'Family photos',
    });
  });

  test('sign-on asks whether somebody is signed on, and passes on what the answer says of them', () => {
    expect(annotations({ guard: Guard.signOn() })).toMatchObject({
      'auth-url': 'http://sign-on.sign-on.svc.cluster.local:4180/oauth2/auth',
      'auth-signin': 'https://sign-on.example.org/oauth2/start',
      'auth-response-headers': 'X-Auth-Request-User',
    });
  });

  test('sign-on requests groups and mail addresses where they are stated', () => {
    const guard = Guard.signOn({ groups: ['you:family', 'you:ops'], mails: ['me@example.org'] });
    const { searchParams } = new URL(annotations({ guard })['auth-url'] as string);
    expect(Object.fromEntries(searchParams)).toEqual({
      allowed_groups: 'you:family,you:ops',
      allowed_emails: 'me@example.org',
    });
  });
});

describe('several hosts and paths', () => {
  test('lead where they are told, each host in the same way', () => {
    const chart = aFolder('home');
    new SecureIngress(chart, 'Photos', {
      edge: EDGE,
      host: 'photos.example.org',
      otherHosts: ['bilder.example.org'],
      backend: { service: aService(chart, 'photos'), port: 80 },
      paths: { '/api': { service: aService(chart, 'api'), port: 80 } },
      guard: Guard.none(),
    });
    const rules = only(chart, 'Ingress').spec.rules.map((rule: Rule) => [
      rule.host,
      rule.http.paths.map(({ path, backend }) => [path, backend.service.name]),
    ]);
    const paths = [
      ['/', 'photos'],
      ['/api', 'api'],
    ];
    expect(rules).toEqual([
      ['photos.example.org', paths],
      ['bilder.example.org', paths],
    ]);
  });

  test('a path that leads elsewhere has an Ingress of its own, without the guard but with the home networks', () => {
    const { chart } = aRoute({
      exposure: Exposure.HOME,
      guard: Guard.signOn(),
      redirects: { '/old': Redirect.permanent('https://example.org/new') },
    });
    const redirect = objects(chart).find(({ metadata }) => metadata.name.startsWith('photos-redirect-old-'));
    expect(short(redirect.metadata.annotations)).toEqual({
      'force-ssl-redirect': 'true',
      'permanent-redirect': 'https://example.org/new',
      'allowlist-source-range': '192.168.4.0/22,192.168.16.0/24',
    });
  });
});

test('takes every prop at once where the controller supports them all', () => {
  const every: Omit<Required<SecureIngressProps>, 'backend' | 'edge' | 'host'> = {
    guard: Guard.basic({ secret: 'photos-users' }),
    exposure: Exposure.HOME,
    name: 'pictures',
    path: '/pictures',
    otherHosts: ['bilder.example.org'],
    paths: {},
    redirects: {},
    www: true,
    protocol: 'https',
    bodyLimit: BodyLimit.of(Size.gibibytes(2)),
    timeouts: { connect: Duration.seconds(3), idle: Duration.minutes(5), answer: Duration.minutes(5) },
    rateLimit: RateLimit.perMinute(60),
    rateExempt: ['192.168.4.9/32'],
    allowedSources: ['192.168.4.0/24'],
    blockedSources: ['192.168.4.13/32'],
    bandwidth: 512,
  };
  const { chart } = aRoute({ ...every, edge: { ...EDGE, controller: 'ingress-nginx' } });
  const ingress = objects(chart).find(({ kind, metadata }) => kind === 'Ingress' && metadata.name === 'pictures');
  expect(short(ingress.metadata.annotations)).toEqual({
    'armstead/made-elsewhere': 'secret/photos-users',
    'force-ssl-redirect': 'true',
    'auth-type': 'basic',
    'auth-secret': 'photos-users',
    'auth-secret-type': 'auth-file',
    'auth-realm': 'Private',
    'allowlist-source-range': '192.168.4.0/24',
    'denylist-source-range': '192.168.4.13/32',
    'backend-protocol': 'HTTPS',
    'from-to-www-redirect': 'true',
    'proxy-body-size': '2048m',
    'proxy-request-buffering': 'on',
    'proxy-next-upstream': 'off',
    'proxy-connect-timeout': '3',
    'proxy-read-timeout': '300',
    'proxy-send-timeout': '300',
    'limit-rpm': '60',
    'limit-burst-multiplier': '5',
    'limit-whitelist': '192.168.4.9/32',
    'limit-rate': '512',
  });
});

interface Rule {
  readonly host: string;
  readonly http: { readonly paths: { path: string; backend: { service: { name: string } } }[] };
}
