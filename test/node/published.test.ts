import { beforeAll, describe, expect, test } from 'vitest';
import { ask, password, status } from '../edge/support/client.ts';
import { becomes } from '../edge/support/eventually.ts';
import { eventually } from '../support/background.ts';
import { query } from './support/ask.ts';
import { CLIENT_AT_HOME } from './support/home.ts';
import { NOTES } from './support/secrets.ts';
import { theSite } from './support/site.ts';

const SIGN_ON = 'https://sign-on.example.org';

beforeAll(async () => {
  await theSite();
  await becomes(() => status('https://weather.example.org'), 200);
});

describe('a service at home, behind the gateway', () => {
  test('is reached through the edge by everybody, where it has no guard', async () => {
    const { status, body } = await ask('https://weather.example.org/today');
    expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 200, server: 'weather', url: '/today' });
  });

  test('is reached with its password and by nobody without', async () => {
    expect(await status('https://notes.example.org')).toBe(401);
    const answer = await ask('https://notes.example.org', { headers: password(NOTES.user, NOTES.password) });
    expect({ status: answer.status, ...JSON.parse(answer.body) }).toMatchObject({ status: 200, server: 'notes' });
  });

  test('is reached by HTTPS from home and from nowhere else, where it is for home', async () => {
    expect(await status('https://nas.example.org')).toBe(403);
    const { status: atHome, body } = await ask('https://nas.example.org', { from: CLIENT_AT_HOME });
    expect({ status: atHome, ...JSON.parse(body) }).toMatchObject({ status: 200, server: 'nas' });
  });

  test.each(['nas', 'notes', 'photos', 'weather'])('%s answers the prober', async (instance) => {
    const expression = `probe_http_status_code{job="home-services",instance="${instance}"} == 200`;
    await eventually('an answer', async () => (await query(expression)).data.result.length === 1 || undefined, 120);
  });
});

describe('the pod of sign-on', () => {
  test('sends a stranger from a guarded service to the provider of the accounts', async () => {
    const first = await ask('https://photos.example.org/albums');
    expect({ status: first.status, location: first.headers.location }).toEqual({
      status: 302,
      location: `${SIGN_ON}/oauth2/start?rd=https://photos.example.org%2Falbums`,
    });
    const { status, headers } = await ask(first.headers.location ?? '');
    const { origin, pathname, searchParams } = new URL(headers.location ?? '');
    expect({ status, at: origin + pathname, client: searchParams.get('client_id') }).toEqual({
      status: 302,
      at: 'https://github.com/login/oauth/authorize',
      client: 'sign-on',
    });
  });

  test('is asked before the dashboards, which nobody reaches who is not signed on', async () => {
    const { status, headers } = await ask('https://grafana.example.org/');
    expect({ status, to: headers.location }).toEqual({
      status: 302,
      to: `${SIGN_ON}/oauth2/start?rd=https://grafana.example.org%2F`,
    });
    expect((await ask('https://grafana.example.org/', { headers: { 'x-auth-request-user': 'ana' } })).status).toBe(302);
  });
});
