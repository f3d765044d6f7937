import { App, Chart, Duration } from 'cdk8s';
import { Service } from 'cdk8s-plus-27';
import { describe, expect, test } from 'vitest';
import {
  Exposure,
  Guard,
  RateLimit,
  Redirect,
  SecureIngress,
  type SecureIngressProps,
} from '../../../constructs/secure-ingress/index.ts';
import { publishedIn, traefikFile } from '../../../platform/edge/traefik/front/index.ts';
import { IDENTITY_HEADERS } from '../../../site/plan/identity-headers.ts';
import { EDGE, TRUSTED } from '../../constructs/secure-ingress/support.ts';
import type { Rendered } from '../../constructs/support/synth.ts';
import { aSite, manifestsOfSite } from '../../support/site.ts';

/** The file of a site with one route. */
function fileOf(changes: Partial<SecureIngressProps>) {
  const app = new App();
  const chart = new Chart(app, 'home', { namespace: 'home' });
  const service = new Service(chart, 'Service', { metadata: { name: 'photos' }, ports: [{ port: 80 }] });
  const backend = { service, port: 80 };
  new SecureIngress(chart, 'Photos', {
    edge: EDGE,
    host: 'photos.example.org',
    backend,
    guard: Guard.none(),
    ...changes,
  });
  return { http: traefikFile(publishedIn(app)).http, backend };
}

/** The same, where the service has one address at home. */
function atHome(changes: Partial<SecureIngressProps> = {}) {
  const { backend } = fileOf({});
  return fileOf({ backend: { ...backend, endpoint: '192.168.4.20:80' }, ...changes }).http;
}

const names = (group: object | undefined) => Object.keys(group ?? {});
const OF_INGRESS = 'home-photos-rule-0-path-0-tls';

describe('every request', () => {
  test('loses every header by which services know a user', () => {
    expect(fileOf({}).http).toEqual({
      middlewares: {
        identity: {
          headers: { customRequestHeaders: Object.fromEntries(IDENTITY_HEADERS.map((header) => [header, ''])) },
        },
      },
    });
  });
});

describe('a stranger', () => {
  const STRANGER =
    '(Host("photos.example.org") || Host("www.photos.example.org")) && ' +
    '!(ClientIP("192.168.4.0/22") || ClientIP("192.168.16.0/24"))';

  test('is refused at every host for home before redirects and passwords, and at plain HTTP but for challenges', () => {
    const { http } = fileOf({
      exposure: Exposure.HOME,
      www: true,
      guard: Guard.basic({ secret: 'users' }),
      redirects: { '/old': Redirect.permanent('https://secret.example.org/') },
    });
    expect(http.routers).toEqual({
      'strangers-home-photos': {
        entryPoints: ['websecure'],
        rule: STRANGER,
        priority: 1_000_000,
        middlewares: ['nobody'],
        service: 'nowhere',
        tls: {},
      },
      'strangers-home-photos-plain': {
        entryPoints: ['web'],
        rule: `${STRANGER} && !PathPrefix("/.well-known/acme-challenge/")`,
        priority: 1_000_000,
        middlewares: ['nobody'],
        service: 'nowhere',
      },
    });
    expect(http.middlewares?.nobody).toEqual({ ipAllowList: { sourceRange: ['0.0.0.0/32'] } });
  });

  test('is refused likewise where a public host admits some networks', () => {
    const { routers } = fileOf({ allowedSources: ['203.0.113.0/24'] }).http;
    expect(routers?.['strangers-home-photos']?.rule).toBe('Host("photos.example.org") && !ClientIP("203.0.113.0/24")');
  });

  test('is nobody at a host for everybody', () => {
    expect(names(atHome().routers).filter((name) => name.startsWith('strangers'))).toEqual([]);
  });
});

test('no host of the site that is for home alone is without its gate, at either port', () => {
  const manifests = manifestsOfSite(aSite());
  const application = manifests.find(({ file }) => file === 'application.traefik.yaml')?.object as Rendered;
  const { routers } = application.spec.source.helm.valuesObject.providers.file.content.http as {
    routers: Record<string, { entryPoints: string[]; rule: string }>;
  };
  const gated = Object.entries(routers)
    .filter(([name]) => name.startsWith('strangers-'))
    .map(([, { entryPoints, rule }]) => `${entryPoints[0]} ${/Host\("([^"]+)"\)/.exec(rule)?.[1]}`);
  const home = manifests
    .map(({ object }) => object as Rendered)
    .filter(({ kind, metadata }) => kind === 'Ingress' && metadata.labels?.['armstead/exposure'] === 'home')
    .flatMap(({ spec }) => spec.rules.map(({ host }: { host: string }) => host));
  expect(home).toEqual(expect.arrayContaining(['nas.example.org', 'argocd.example.org']));
  expect(gated.sort()).toEqual(
    [...home.map((host) => `web ${host}`), ...home.map((host) => `websecure ${host}`)].sort(),
  );
});

describe('a host of which only a path leads anywhere', () => {
  test('refuses paths that a service may decode into others', () => {
    const { routers } = fileOf({ path: '/app', otherHosts: ['bilder.example.org'] }).http;
    expect(names(routers)).toEqual(['disguises-home-photos-0', 'disguises-home-photos-1']);
    expect(routers?.['disguises-home-photos-0']).toMatchObject({
      entryPoints: ['websecure'],
      rule: String.raw`Host("photos.example.org") && (Path("/app") || PathPrefix("/app/")) && PathRegexp("(?i)%(2f|5c|3b|25)|\\\\|\\.\\.;")`,
      priority: 1_000_000,
      middlewares: ['nobody'],
    });
  });
});

describe('a service with one address at home', () => {
  test('has a time to connect, one for the first byte, and no end for an answer that has begun', () => {
    const { serversTransports, services } = atHome({
      protocol: 'https',
      timeouts: { connect: Duration.seconds(1), answer: Duration.minutes(2), idle: Duration.hours(2) },
    });
    expect(services?.['home-photos']).toEqual({
      loadBalancer: { servers: [{ url: 'https://192.168.4.20:80' }], serversTransport: 'home-photos' },
    });
    expect(serversTransports?.['home-photos']).toEqual({
      insecureSkipVerify: true,
      forwardingTimeouts: { dialTimeout: '1s', responseHeaderTimeout: '120s', idleConnTimeout: '4s' },
    });
  });

  test('has WebSockets end where its Ingress leads, which knows how long one may be silent', () => {
    const { routers } = atHome();
    const rule = 'Host("photos.example.org") && PathPrefix("/")';
    expect(routers?.['lane-home-photos-0']).toMatchObject({ rule, priority: rule.length + 1, service: 'home-photos' });
    expect(routers?.['lane-home-photos-0-upgrade']).toMatchObject({
      rule: `${rule} && HeaderRegexp("Upgrade", ".+")`,
      priority: rule.length + 2,
      service: 'home-photos-photos-80@kubernetesingressnginx',
    });
  });

  test.each<[string, Partial<SecureIngressProps>, readonly string[]]>([
    ['no guard', {}, ['allowed-source-range', 'limit-connections', 'buffering']],
    ['a password', { guard: Guard.basic({ secret: 'x' }) }, ['allowed-source-range', 'basic-auth', 'buffering']],
    ['the sign-on', { guard: Guard.signOn() }, ['allowed-source-range', 'snippet', 'buffering']],
    [
      'a certificate for good',
      { edge: TRUSTED, guard: Guard.signOn(), bodyLimit: 'none' },
      ['custom-headers', 'allowed-source-range', 'snippet'],
    ],
  ])('is reached through what its Ingress has in front, with %s', (_, changes, parts) => {
    const { routers } = atHome(changes);
    const expected = parts.map((part) => `${OF_INGRESS}-${part}@kubernetesingressnginx`);
    expect(routers?.['lane-home-photos-0']?.middlewares).toEqual(expected);
    expect(routers?.['lane-home-photos-0-upgrade']?.middlewares).toEqual(expected);
  });
});

describe('a rate', () => {
  const limited = { guard: Guard.basic({ secret: 'x' }), rateLimit: RateLimit.perMinute(30) };

  test('counts before the password is looked at, for pods as well, which are tried one after the other', () => {
    const { routers, middlewares } = fileOf(limited).http;
    expect(routers?.['lane-home-photos-0']).toMatchObject({
      middlewares: [
        'rate-home-photos',
        ...['allowed-source-range', 'basic-auth', 'buffering', 'retry'].map(
          (part) => `${OF_INGRESS}-${part}@kubernetesingressnginx`,
        ),
      ],
      service: 'home-photos-photos-80@kubernetesingressnginx',
    });
    expect(middlewares?.['rate-home-photos']).toEqual({ rateLimit: { average: 30, period: '1m', burst: 150 } });
  });

  test('needs no other route where the sign-on asks, before which the Ingress counts already', () => {
    expect(names(fileOf({ ...limited, guard: Guard.signOn() }).http.routers)).toEqual([]);
  });
});
