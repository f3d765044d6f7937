import { Chart, Testing } from 'cdk8s';
import { Service } from 'cdk8s-plus-27';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Guard, RateLimit, SecureIngress } from '../../constructs/secure-ingress/index.ts';
import { htpasswdLine } from '../../scripts/password/secret.ts';
import { edgePlan } from '../../site/plan/edge.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { ask, password, type Question, status } from './support/client.ts';
import { applyDist, applyObjects, remove, secret } from './support/cluster.ts';
import { becomes, eventually } from './support/eventually.ts';
import { clients, hosts, startHome } from './support/home.ts';
import type { Echo } from './support/servers.ts';
import { readFileOf } from './support/traefik-file.ts';

const MEBIBYTE = 1024 * 1024;
const ana = password('ana', 'correct horse battery');

let stopHome: () => Promise<void>;

beforeAll(async () => {
  applyDist();
  stopHome = await startHome();
  applyObjects(secret('home', 'notes-passwords', { auth: `${htpasswdLine('ana', 'correct horse battery')}\n` }));
  await becomes(() => status(hosts.basic, { headers: ana }), 200);
});

afterAll(async () => {
  remove('secret', 'home', 'notes-passwords');
  await stopHome();
});

describe('the body of a request', () => {
  const limit = 16 * MEBIBYTE;
  const upload = (address: string, bytes: number, headers = {}) =>
    ask(address, { method: 'POST', headers, body: Buffer.alloc(bytes) });
  const stated = (bytes: number) => ({ ...ana, 'content-length': bytes });
  const inPieces = { ...ana, 'transfer-encoding': 'chunked' };

  test('passes whole up to the limit of the service', async () => {
    const { body } = await upload(hosts.basic, limit, stated(limit));
    expect((JSON.parse(body) as Echo).bytes).toBe(limit);
  });

  test('is refused beyond it', async () => {
    expect((await upload(hosts.basic, limit + 1, stated(limit + 1))).status).toBe(413);
  });

  test('is refused beyond it when it comes in pieces of unknown length', async () => {
    expect((await upload(hosts.basic, limit + 1, inPieces)).status).toBe(413);
  });

  test('of any size passes where the service states no limit', async () => {
    const { body } = await upload(hosts.none, 40 * MEBIBYTE, inPieces);
    expect((JSON.parse(body) as Echo).bytes).toBe(40 * MEBIBYTE);
  });
});

describe('the headers of a request', () => {
  const cookies = (kibibytes: number) => ({ cookie: 'c'.repeat(kibibytes * 1024) });

  test('pass up to 32 KiB', async () => {
    const { body } = await ask(hosts.none, { headers: cookies(31) });
    expect((JSON.parse(body) as Echo).headers.cookie).toHaveLength(31 * 1024);
  });

  test.each([
    ...Object.values(hosts),
    'https://argocd.example.org',
    'https://sign-on.example.org',
    'https://stranger.example.org',
    'http://weather.example.org',
  ])('are refused beyond it at %s before anybody is asked, guard and service alike', async (address) => {
    expect(await status(address, { headers: cookies(40) })).toBe(431);
  });
});

describe('a rate limit', () => {
  const name = 'limited';

  test('answers 429 beyond the burst, and lets in again after a while', async () => {
    applyObjects(...limited());
    const address = `https://${name}.example.org`;
    await becomes(() => status(address), 200);

    const answers = await Promise.all(Array.from({ length: 60 }, () => status(address)));
    expect(answers.filter((answer) => answer === 429).length).toBeGreaterThan(30);
    expect(new Set(answers)).toEqual(new Set([200, 429]));
    await becomes(() => status(address), 200);
    expect(await status(hosts.none)).toBe(200);

    remove('ingress', 'home', name);
    remove('certificate', 'home', name);
  });

  function limited(): object[] {
    const chart = new Chart(Testing.app(), 'home', { namespace: 'home', disableResourceNameHashes: true });
    const service = new Service(chart, 'Weather', { metadata: { name: 'weather' }, ports: [{ port: 8080 }] });
    new SecureIngress(chart, 'Ingress', {
      edge: edgePlan(aSite()),
      name,
      host: `${name}.example.org`,
      backend: { service, port: 8080 },
      guard: Guard.none(),
      rateLimit: RateLimit.perSecond(2),
    });
    return (Testing.synth(chart) as { kind: string }[]).filter(({ kind }) => kind !== 'Service');
  }
});

describe('the promise of HTTPS to browsers', () => {
  test('is not given with certificates that browsers do not believe', async () => {
    expect((await ask(hosts.none)).headers).not.toHaveProperty('strict-transport-security');
  });

  test('is given by every service with certificates for production, guarded or not', async () => {
    const site = aSite({ certificates: 'production' });
    const production = manifestsOfSite(site);
    readFileOf(site);
    applyObjects(...production.filter(({ folder }) => folder === 'home').map(({ object }) => object));
    const promised = async (address: string, question: Question = {}) =>
      (await ask(address, question)).headers['strict-transport-security'];
    const whole = 'max-age=31536000';
    await eventually(
      () => promised(hosts.none),
      (header) => header === whole,
    );
    expect(await promised(hosts.basic, { headers: ana })).toBe(whole);
    expect(await promised(hosts.home, { from: clients.atHome })).toBe(whole);
    applyDist();
    await eventually(
      () => promised(hosts.none),
      (header) => header === undefined,
    );
  });
});
