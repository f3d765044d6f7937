import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HomeServiceInput } from '../../site/sections/home-services.ts';
import example from '../fixtures/example.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { Browser } from './support/browser.ts';
import { ask, status } from './support/client.ts';
import { applyDist, applyObjects, remove } from './support/cluster.ts';
import { becomes, eventually } from './support/eventually.ts';
import { startHome } from './support/home.ts';
import { openId } from './support/openid.ts';
import { type Provider, startProvider } from './support/provider.ts';
import { RunningSignOn } from './support/sign-on.ts';

const ISSUER = 'https://id.example.com';
const address = '192.168.4.22:8080';

/** The example site with a provider of OpenID Connect, and services for different people. */
const services: Record<string, HomeServiceInput> = {
  everybody: { address, exposure: 'public', guard: 'sso' },
  family: { address, exposure: 'public', guard: 'sso', allow: { teams: ['family', 'nobody'] } },
  diary: { address, exposure: 'public', guard: 'sso', allow: { mails: ['ben@example.org'] } },
  both: { address, exposure: 'public', guard: 'sso', allow: { teams: ['family'], mails: ['ben@example.org'] } },
};

let provider: Provider;
let signOn: RunningSignOn;
let stopHome: () => Promise<void>;

beforeAll(async () => {
  applyDist();
  stopHome = await startHome();
  const home = { ...example.home, services } as NonNullable<typeof example.home>;
  const site = aSite({ home, signOn: { provider: 'oidc', issuer: ISSUER, mailDomains: ['example.org'] } });
  const objects = manifestsOfSite(site)
    .filter(({ folder }) => ['home', 'sign-on'].includes(folder))
    .map(({ object }) => object);
  applyObjects(...objects);
  provider = await startProvider(openId(ISSUER), 'id.example.com');
  await eventually(
    () => ask(`${ISSUER}/keys`),
    ({ status }) => status === 200,
  );
  signOn = new RunningSignOn(objects, provider.authority);
  await signOn.start();
  for (const name of Object.keys(services)) await becomes(() => status(`https://${name}.example.org`), 302);
});

afterAll(async () => {
  await signOn.stop();
  await provider.stop();
  for (const name of Object.keys(services)) {
    for (const kind of ['ingress', 'service', 'endpointslice', 'certificate']) remove(kind, 'home', name);
  }
  applyDist();
  await stopHome();
});

describe('a sign-on with OpenID Connect', () => {
  test.each([
    ['ana', { everybody: 200, family: 200, diary: 403, both: 403 }],
    ['ben', { everybody: 200, family: 403, diary: 200, both: 403 }],
  ])('lets %s pass where groups and mail addresses allow it, after one sign-on', async (account, expected) => {
    const browser = await Browser.of(account, ISSUER);
    await browser.open('https://everybody.example.org/');
    const answers = Object.keys(services).map(async (name) => {
      const { status } = await browser.ask(`https://${name}.example.org/`);
      return [name, status];
    });
    expect(Object.fromEntries(await Promise.all(answers))).toEqual(expected);
  });

  test('gives no session to a mail address of another domain', async () => {
    const eve = await Browser.of('eve', ISSUER);
    const { status, address } = await eve.open('https://everybody.example.org/');
    expect({ status, at: new URL(address).hostname }).toEqual({ status: 403, at: 'sign-on.example.org' });
    expect((await eve.ask('https://everybody.example.org/')).status).toBe(302);
  });
});
