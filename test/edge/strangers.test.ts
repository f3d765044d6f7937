import { Chart, Testing } from 'cdk8s';
import { Service } from 'cdk8s-plus-27';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Exposure, Guard, Redirect, SecureIngress } from '../../constructs/secure-ingress/index.ts';
import { htpasswdLine } from '../../scripts/password/secret.ts';
import { edgePlan } from '../../site/plan/edge.ts';
import { IDENTITY_HEADERS } from '../../site/plan/identity-headers.ts';
import type { HomeServiceInput } from '../../site/sections/home-services.ts';
import example from '../fixtures/example.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { ask, password, status } from './support/client.ts';
import { applyDist, applyObjects, remove, secret } from './support/cluster.ts';
import { becomes } from './support/eventually.ts';
import { clients, ON_THE_INTERNET, startHome } from './support/home.ts';
import type { Echo } from './support/servers.ts';
import { readFileOf, readRoutes } from './support/traefik-file.ts';

const address = '192.168.4.22:8080';
const basic = { address, guard: 'basic', passwords: 'users' } as const;
const services: Record<string, HomeServiceInput> = {
  ledger: { ...basic, exposure: 'home' },
  office: { ...basic, exposure: 'public', allowFrom: [`${ON_THE_INTERNET}/32`] },
  slowly: { ...basic, exposure: 'public', rate: 2 },
  free: { address, exposure: 'public', guard: 'none' },
};

/** Services with a password that are not for everybody, and who may come to them. */
const guarded = [
  ['ledger', clients.atHome],
  ['office', ON_THE_INTERNET],
] as const;

const right = password('ana', 'correct horse battery');
const wrong = password('ana', 'wrong horse battery');

/** What the tests made themselves, and remove. */
interface Made {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

let more: readonly Made[] = [];
let stopHome: () => Promise<void>;
let forget: () => void;

beforeAll(async () => {
  applyDist();
  stopHome = await startHome();
  const site = aSite({ home: { ...example.home, services } as NonNullable<typeof example.home> });
  const objects = manifestsOfSite(site).filter(({ folder }) => folder === 'home');
  applyObjects(
    ...objects.map(({ object }) => object),
    secret('home', 'users', { auth: `${htpasswdLine('ana', 'correct horse battery')}\n` }),
  );
  readFileOf(site);
  const routes = moreRoutes();
  more = (Testing.synth(routes) as Made[]).filter(({ kind }) => kind !== 'Service');
  applyObjects(...more);
  forget = readRoutes(routes);
  const atHome = { from: clients.atHome };
  for (const [name, from] of [...guarded, ['slowly', clients.atHome]] as const) {
    await becomes(() => status(`https://${name}.example.org`, { from, headers: right }), 200);
  }
  await becomes(() => status('https://free.example.org'), 200);
  await becomes(() => status('https://moved.example.org/old', atHome), 301);
  await becomes(() => status('https://part.example.org/app/', atHome), 200);
  await becomes(() => status('https://moved.example.org/old'), 403);
  await becomes(() => status('https://part.example.org/app/..%2fadmin'), 403);
});

afterAll(async () => {
  forget();
  remove('secret', 'home', 'users');
  for (const { kind, metadata } of more) remove(kind, 'home', metadata.name);
  for (const name of Object.keys(services)) {
    for (const kind of ['ingress', 'certificate', 'service', 'endpointslice']) remove(kind, 'home', name);
  }
  applyDist();
  await stopHome();
});

describe.each(guarded)('a stranger at %s, which has a password and is not for everybody', (name, from) => {
  test.each([
    ['the right password', right],
    ['a wrong password', wrong],
    ['none', {}],
    ['a wrong password for a WebSocket', { ...wrong, connection: 'Upgrade', upgrade: 'websocket' }],
  ])('is refused before anybody looks at %s', async (_, headers) => {
    const { status, headers: answered } = await ask(`https://${name}.example.org`, { headers });
    expect({ status, challenge: answered['www-authenticate'] }).toEqual({ status: 403, challenge: undefined });
  });

  test('is not redirected to HTTPS, and who may come is', async () => {
    expect(await status(`http://${name}.example.org/page`)).toBe(403);
    expect(await status(`http://${name}.example.org/page`, { from })).toBe(308);
  });

  test('keeps those out who may come and have no password', async () => {
    expect(await status(`https://${name}.example.org`, { from, headers: wrong })).toBe(401);
  });
});

test('a redirect of a host for home leads nobody else anywhere', async () => {
  const { status, headers } = await ask('https://moved.example.org/old');
  expect({ status, location: headers.location }).toEqual({ status: 403, location: undefined });
  const home = await ask('https://moved.example.org/old', { from: clients.atHome });
  expect(home.headers.location).toBe('https://private.example.org/new');
});

test("Let's Encrypt may ask a host for home, and learns where to ask and nothing else", async () => {
  expect(await status('http://ledger.example.org/.well-known/acme-challenge/x')).toBe(308);
  expect(await status('https://ledger.example.org/.well-known/acme-challenge/x')).toBe(403);
});

describe('wrong passwords', () => {
  test('count against the rate of a service', async () => {
    const guess = (index: number) =>
      status('https://slowly.example.org', { headers: password('ana', `guess ${index}`) });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => guess(index)));
    expect(new Set(answers)).toEqual(new Set([401, 429]));
    expect(answers.filter((answer) => answer === 429).length).toBeGreaterThan(30);
  });
});

describe('headers by which services know a user', () => {
  const forged = Object.fromEntries(IDENTITY_HEADERS.map((name) => [name, 'root']));

  test.each([
    ['where nobody asks who is there', 'free', {}],
    ['behind a password', 'office', right],
  ])('are taken from a client %s', async (_, name, headers) => {
    const question = { from: ON_THE_INTERNET, headers: { ...headers, ...forged } };
    const { body } = await ask(`https://${name}.example.org`, question);
    const echo = JSON.parse(body) as Echo;
    expect(echo.server).toBe('weather');
    expect(Object.entries(echo.headers).filter(([, value]) => value === 'root')).toEqual([]);
  });
});

describe('a host of which only /app leads anywhere', () => {
  test.each(['/app', '/app/', '/app/page', '/app/a%20b', '/app/%C3%A4', '/app/a.b;v=1?x=%2F'])(
    'answers %s',
    async (rawPath) => {
      const { body } = await ask('https://part.example.org', { rawPath });
      expect(JSON.parse(body) as Echo).toMatchObject({ server: 'weather', url: rawPath });
    },
  );

  test.each([
    '/',
    '/admin',
    '/apple',
    '/app/../admin',
    '/app/%2e%2e/admin',
    '/app/.%2E/admin',
    '/app/..%2fadmin',
    '/app/..%2Fadmin',
    '/app%2f..%2fadmin',
    '/app/%2e%2e%2fadmin',
    '/app/..%5cadmin',
    '/app/..%5Cadmin',
    '/app/..\\admin',
    '/app/..;/admin',
    '/app/..;x=1/admin',
    '/app/..%3b/admin',
    '/app/%252e%252e/admin',
    '/app/%252e%252e%252fadmin',
    '/app//../admin',
    '//app/../admin',
    '/app/./../admin',
    '/app/%00/admin',
    '/app/%00/../../admin',
    '/app/..%00/admin',
    '/app%00/../admin',
  ])('answers nothing else by %s', async (rawPath) => {
    const answer = await ask('https://part.example.org', { rawPath });
    const reached = answer.status === 200 ? (JSON.parse(answer.body) as Echo).url : undefined;
    expect({ refused: answer.status >= 400, reached }).toEqual({ refused: true, reached: undefined });
  });
});

/** Routes that platform.ts has no words for. */
function moreRoutes(): Chart {
  const chart = new Chart(Testing.app(), 'home', { namespace: 'home', disableResourceNameHashes: true });
  const edge = edgePlan(aSite());
  const service = new Service(chart, 'Free', { metadata: { name: 'free' }, ports: [{ port: 8080 }] });
  const backend = { service, port: 8080 };
  new SecureIngress(chart, 'Moved', {
    ...{ edge, backend, guard: Guard.none(), exposure: Exposure.HOME, name: 'moved', host: 'moved.example.org' },
    redirects: { '/old': Redirect.permanent('https://private.example.org/new') },
  });
  new SecureIngress(chart, 'Part', {
    ...{ edge, backend, guard: Guard.none(), name: 'part', host: 'part.example.org', path: '/app' },
  });
  return chart;
}
