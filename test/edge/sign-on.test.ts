import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IDENTITY_HEADERS } from '../../site/plan/identity-headers.ts';
import { objectsIn } from '../cluster/support/tree.ts';
import { Browser } from './support/browser.ts';
import { ask, status } from './support/client.ts';
import { applyDist, running } from './support/cluster.ts';
import { becomes } from './support/eventually.ts';
import { gitHub } from './support/github.ts';
import { hosts, startHome } from './support/home.ts';
import { type Provider, startProvider } from './support/provider.ts';
import { type Echo, echo, listen, stop } from './support/servers.ts';
import { RunningSignOn } from './support/sign-on.ts';

const GITHUB = 'https://github.com/';
const SIGN_ON = 'https://sign-on.example.org';
const page = `${hosts.signOn}/albums/7?sort=date&from=2020`;

let provider: Provider;
let signOn: RunningSignOn;
let stopHome: () => Promise<void>;

beforeAll(async () => {
  applyDist();
  stopHome = await startHome();
  provider = await startProvider(gitHub(), 'github.com', 'api.github.com');
  signOn = new RunningSignOn(objectsIn('sign-on'), provider.authority);
  await signOn.start();
  await becomes(() => status(`${SIGN_ON}/ping`), 200);
  await becomes(() => status(GITHUB), 401);
});

afterAll(async () => {
  await signOn.stop();
  await provider.stop();
  await stopHome();
});

describe('the guard sso', () => {
  test('lets in a member of the team, at the page that was requested', async () => {
    const ana = await Browser.of('ana', GITHUB);
    const { address, status, body } = await ana.open(page);
    expect({ address, status }).toEqual({ address: page, status: 200 });
    expect(JSON.parse(body)).toMatchObject({ server: 'photos', url: '/albums/7?sort=date&from=2020' });
  });

  test('tells the service who is there', async () => {
    const ana = await Browser.of('ana', GITHUB);
    const { headers } = JSON.parse((await ana.open(page)).body) as Echo;
    expect(headers).toMatchObject({
      'x-auth-request-user': 'ana',
      'x-auth-request-email': 'ana@example.org',
      'x-auth-request-groups': 'you,you:family,you:cooks',
    });
  });

  test('sends a stranger to the sign-on, which knows the way back', async () => {
    const { status, headers } = await ask(page);
    expect({ status, location: headers.location }).toEqual({
      status: 302,
      location: `${SIGN_ON}/oauth2/start?rd=https://photos.example.org${encodeURIComponent('/albums/7?sort=date&from=2020')}`,
    });
  });

  test('refuses a member of another team', async () => {
    const ben = await Browser.of('ben', GITHUB);
    expect(await ben.open(page)).toMatchObject({ address: page, status: 403 });
  });

  test('gives no session to who is in none of the organisation, even with a team of the same name', async () => {
    const eve = await Browser.of('eve', GITHUB);
    const { status, address } = await eve.open(page);
    // What oauth2-proxy answers when the provider's own restriction refuses somebody.
    expect({ status, at: new URL(address).origin }).toEqual({ status: 500, at: SIGN_ON });
    expect(await eve.cookies.getCookies(hosts.signOn)).not.toContainEqual(
      expect.objectContaining({ key: '__Secure-sign-on' }),
    );
  });

  test.each(['//', '/%2e%2e/', '/./', '/oauth2/auth', '/oauth2/../', '/ping', '/%2F'])(
    'keeps strangers out by the path %s as well',
    async (rawPath) => {
      expect(await status(hosts.signOn, { rawPath })).toBe(302);
    },
  );

  test.each([
    ['a password', { authorization: 'Basic YW5hOmFuYQ==' }],
    ['a token', { authorization: 'Bearer ana' }],
    ['a cookie of his own making', { cookie: '__Secure-sign-on=ana' }],
    ['a signed-on name', Object.fromEntries(IDENTITY_HEADERS.map((name) => [name, 'ana']))],
    [
      'another address',
      { 'x-forwarded-uri': '/oauth2/sign_in', 'x-original-url': '/ping', 'x-auth-request-redirect': '/' },
    ],
  ])('keeps out who brings %s', async (_, headers) => {
    expect(await status(hosts.signOn, { headers })).toBe(302);
  });

  test('believes no cookie in which a letter was changed', async () => {
    const ana = await Browser.of('ana', GITHUB);
    await ana.open(page);
    const [cookie] = (await ana.cookies.getCookies(hosts.signOn)).filter(({ key }) => key === '__Secure-sign-on');
    const value = cookie?.value ?? '';
    const with_ = (text: string) => ask(page, { headers: { cookie: `__Secure-sign-on=${text}` } });
    expect((await with_(value)).status).toBe(200);
    const changed = `${value.slice(0, 20)}${value[20] === 'A' ? 'B' : 'A'}${value.slice(21)}`;
    expect((await with_(changed)).status).toBe(302);
  });
});

describe('headers by which a client claims to be somebody', () => {
  test('are replaced or dropped on the way to a service behind the sign-on', async () => {
    const ana = await Browser.of('ana', GITHUB);
    await ana.open(page);
    const forged = Object.fromEntries(IDENTITY_HEADERS.map((name) => [name.toLowerCase(), 'root']));
    const { headers } = JSON.parse((await ana.open(page, { headers: forged })).body) as Echo;
    expect(Object.entries(headers).filter(([, value]) => value === 'root')).toEqual([]);
    expect(headers['x-auth-request-user']).toBe('ana');
  });

  test.each(['x_auth_request_user', 'X_Auth_Request_Groups', 'x_webauth_user', 'x-auth_request-user'])(
    'do not pass with underscores either, which some services read as hyphens: %s',
    async (name) => {
      const ana = await Browser.of('ana', GITHUB);
      await ana.open(page);
      const { headers } = JSON.parse((await ana.open(page, { headers: { [name]: 'root' } })).body) as Echo;
      expect(Object.values(headers)).not.toContain('root');
    },
  );
});

describe('Grafana', () => {
  const dashboards = `${hosts.dashboards}/d/node`;
  let grafana: Server;

  beforeAll(async () => {
    const address = await running(
      ...['wait', 'pod', '--namespace=monitoring', '--selector=app.kubernetes.io/name=dashboards'],
      ...['--for=jsonpath={.status.podIP}', '--timeout=60s', '--output=jsonpath={.status.podIP}'],
    );
    grafana = await listen(echo('dashboards'), address, 3000);
    await becomes(() => status(dashboards), 302);
  });

  afterAll(() => stop(grafana));

  test('is reached by nobody who has not signed on, whatever name is claimed', async () => {
    const { status, headers } = await ask(dashboards, { headers: { 'x-webauth-user': 'admin' } });
    expect({ status, location: headers.location }).toEqual({
      status: 302,
      location: `${SIGN_ON}/oauth2/start?rd=https://grafana.example.org${encodeURIComponent('/d/node')}`,
    });
  });

  test('hears of no name that a client claims, and is asked for its own sign-in by who has signed on', async () => {
    const ana = await Browser.of('ana', GITHUB);
    await ana.open(dashboards);
    const forged = { 'x-webauth-user': 'admin', 'x-webauth-role': 'Admin' };
    const { body } = await ana.open(`${hosts.dashboards}/login/github`, { headers: forged });
    const { server, url, headers } = JSON.parse(body) as Echo;
    expect({ server, url }).toEqual({ server: 'dashboards', url: '/login/github' });
    expect(headers['x-webauth-user']).toBeUndefined();
  });
});

describe('the sign-on', () => {
  test('sends nobody to a host outside the domain afterwards', async () => {
    const ana = await Browser.of('ana', GITHUB);
    for (const elsewhere of [
      'https://evil.test/',
      '//evil.test/',
      'https://example.org.evil.test/',
      'https:evil.test',
    ]) {
      const { address } = await ana.open(`${SIGN_ON}/oauth2/start?rd=${encodeURIComponent(elsewhere)}`);
      expect(new URL(address).hostname).toBe('sign-on.example.org');
    }
  });

  test('keeps its cookie to the domain, to HTTPS and from scripts, for a day', async () => {
    const ana = await Browser.of('ana', GITHUB);
    await ana.open(page);
    const [cookie] = (await ana.cookies.getCookies(hosts.signOn)).filter(({ key }) => key === '__Secure-sign-on');
    expect(cookie).toMatchObject({ domain: 'example.org', secure: true, httpOnly: true, sameSite: 'lax' });
    const lasts = (cookie?.expiryTime() ?? 0) - Date.now();
    expect(lasts).toBeGreaterThan(23.9 * 3_600_000);
    expect(lasts).toBeLessThanOrEqual(24 * 3_600_000);
  });

  test('forgets who signs out', async () => {
    const ana = await Browser.of('ana', GITHUB);
    await ana.open(page);
    await ana.ask(`${SIGN_ON}/oauth2/sign_out`);
    expect((await ana.ask(page)).status).toBe(302);
  });

  test('lets nobody pass while it does not run, not even who was signed on', async () => {
    const ana = await Browser.of('ana', GITHUB);
    await ana.open(page);
    await signOn.stop();
    // Headers that are too large for the edge never reach it: they are refused without it as well.
    expect(await status(page, { headers: { cookie: 'c'.repeat(40 * 1024) } })).toBe(431);
    expect((await ana.ask(page)).status).toBe(500);
    expect(await status(page)).toBe(500);
    await signOn.start();
    expect((await ana.ask(page)).status).toBe(200);
  });
});
