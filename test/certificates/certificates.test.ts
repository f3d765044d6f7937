import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KubeObject } from '../../kubernetes/object.ts';
import type { Site } from '../../site/index.ts';
import { aPlan } from '../support/site.ts';
import { atTheTestServer, type Certificate, challengesOf, isReady, rootCertificate, serialIn } from './support/acme.ts';
import { type Answer, adopt, ask, askPlainly } from './support/client.ts';
import { apply, run, until } from './support/cluster.ts';
import { GUEST_PORT, GUESTS, hosts, PASSWORDS, siteObjects } from './support/site.ts';

/** An address at home and one that is nowhere near. */
const AT_HOME = '192.168.4.77';
const ELSEWHERE = '127.0.0.1';

let root: string;
let pods: Server;

/** What the challenge path and the rest of the home host answered to strangers while the host proved itself. */
const witnessed: { challenge?: number; other?: number } = {};

beforeAll(async () => {
  for (const network of aPlan().edge.homeNetworks) adopt(network);
  pods = createServer((_, answer) => answer.end('a guest')).listen(GUEST_PORT, '0.0.0.0');
  root = rootCertificate();
  const hash = createHash('sha1').update('right').digest('base64');
  bring('staging', [namespace(GUESTS), passwords(GUESTS, `guest:{SHA}${hash}`)]);
  await witnessTheChallenge();
});

afterAll(() => void pods?.close());

describe('with certificates from the staging environment', () => {
  test('every host of the site gets its certificate, and the edge serves it', async () => {
    const wanted = certificatesOf('staging');
    expect(wanted.length).toBeGreaterThanOrEqual(Object.keys(hosts).length);
    for (const certificate of wanted) await served(certificate);
  });

  test('the guard of a host stands all the while, also in front of the path of challenges', async () => {
    expect(await status(hosts.guarded)).toBe(401);
    expect(await status(hosts.guarded, '/.well-known/acme-challenge/any')).toBe(401);
  });

  test('a home host proves itself although nobody from outside gets in', async () => {
    expect(witnessed).toEqual({ challenge: 200, other: 403 });
    expect(await status(hosts.home)).toBe(403);
    expect(await status(hosts.home, '/.well-known/acme-challenge/any')).toBe(403);
    expect((await ask({ host: hosts.home, root, from: AT_HOME })).status).toBe(200);
  });

  test('plain HTTP leads to HTTPS, and no browser is told to remember that', async () => {
    const plain = await askPlainly({ host: hosts.open, path: '/a?b=c' });
    expect([plain.status, plain.headers.location]).toEqual([308, `https://${hosts.open}/a?b=c`]);
    expect((await ask({ host: hosts.open, root })).headers['strict-transport-security']).toBeUndefined();
  });

  test('www. and an old path lead on under the same certificate', async () => {
    const www = await ask({ host: `www.${hosts.open}`, path: '/a', root });
    expect([www.status, www.headers.location]).toEqual([308, `https://${hosts.open}/a`]);
    const old = await ask({ host: hosts.open, path: '/old', root });
    expect([old.status, old.headers.location]).toEqual([301, 'https://example.org/new']);
  });
});

describe('after the change of one word to production', () => {
  let before: string;

  beforeAll(async () => {
    before = (await ask({ host: hosts.open, root })).serial;
    bring('production');
  });

  test('every host gets a new certificate in a Secret of its own, and nobody deletes one by hand', async () => {
    for (const certificate of certificatesOf('production')) await served(certificate);
    expect((await ask({ host: hosts.open, root })).serial).not.toBe(before);
  });

  test('browsers are told to remember HTTPS for a year', async () => {
    const header = async () => (await ask({ host: hosts.open, root })).headers['strict-transport-security'];
    expect(await until('the header', header)).toBe('max-age=31536000');
  });

  test('the way back to staging needs no hand either, and browsers are told nothing any more', async () => {
    bring('staging');
    for (const certificate of certificatesOf('staging')) await served(certificate);
    expect((await ask({ host: hosts.open, root })).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('a certificate that is renewed', () => {
  test('is replaced while a client asks without pause and never meets an error', async () => {
    const certificate = certificatesOf('staging').find(({ spec }) => spec.dnsNames.includes(hosts.open)) as Certificate;
    const old = await served(certificate);
    const answers: (Answer | Error)[] = [];
    let renewed = false;
    const client = askUntil(() => renewed, answers);

    soonOld(certificate);
    await until('the next certificate', async () => ((await served(certificate)) === old ? undefined : true));
    await pause(2000);
    renewed = true;
    await client;

    expect(answers.filter((answer) => answer instanceof Error || answer.status !== 200)).toEqual([]);
    expect(new Set((answers as Answer[]).map(({ serial }) => serial)).size).toBeGreaterThanOrEqual(2);
  });
});

/** Brings the objects of the site into the cluster, namespaces first. */
function bring(certificates: Site['certificates'], more: readonly KubeObject[] = []): void {
  const objects = [...siteObjects(certificates), ...more].map(atTheTestServer);
  const ours = objects.filter(({ apiVersion }) => !apiVersion.startsWith('argoproj.io/'));
  apply(ours.filter(({ kind }) => kind === 'Namespace'));
  apply(ours.filter(({ kind }) => kind !== 'Namespace'));
}

function certificatesOf(certificates: Site['certificates']): Certificate[] {
  return siteObjects(certificates).filter(({ kind }) => kind === 'Certificate') as Certificate[];
}

/** Waits until a certificate is there and every one of its hosts shows it; answers its serial number. */
async function served({ metadata: { namespace = '', name }, spec }: Certificate): Promise<string> {
  await until(`certificate ${name}`, () => (isReady(namespace, name) ? true : undefined));
  for (const host of spec.dnsNames) {
    await until(`the certificate of ${host} at the edge`, async () => {
      const { serial } = await ask({ host });
      return serial === serialIn(namespace, spec.secretName) ? true : undefined;
    });
    await ask({ host, root });
  }
  return serialIn(namespace, spec.secretName) as string;
}

async function status(host: string, path = '/'): Promise<number> {
  return (await ask({ host, path, root, from: ELSEWHERE })).status;
}

async function witnessTheChallenge(): Promise<void> {
  await until('a challenge of the home host that is answered', async () => {
    const [challenge] = challengesOf(hosts.home);
    if (!challenge) return undefined;
    const path = `/.well-known/acme-challenge/${challenge.spec.token}`;
    const { status: answered } = await askPlainly({ host: hosts.home, path, from: ELSEWHERE });
    if (answered !== 200) return undefined;
    witnessed.challenge = answered;
    witnessed.other = (await ask({ host: hosts.home, from: ELSEWHERE })).status;
    return true;
  });
}

/** Makes a certificate count as old half a minute after it was signed: it lives 90 days. */
function soonOld({ metadata: { namespace, name } }: Certificate): void {
  const patch = JSON.stringify({ spec: { duration: '2160h', renewBefore: '2159h59m30s' } });
  run(['patch', 'certificate', name, `--namespace=${namespace}`, '--type=merge', `--patch=${patch}`]);
}

async function askUntil(enough: () => boolean, answers: (Answer | Error)[]): Promise<void> {
  while (!enough()) answers.push(await ask({ host: hosts.open, root }).catch((error: Error) => error));
}

function namespace(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function passwords(namespace: string, file: string): KubeObject {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: PASSWORDS, namespace },
    stringData: { auth: file },
  };
  return secret;
}
