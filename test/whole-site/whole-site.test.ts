import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htpasswdLine } from '../../scripts/password/secret.ts';
import { applications, areSettled, refresh, until } from '../argo-cd/support/argo-cd.ts';
import {
  applicationsIn,
  bootstrapFrom,
  bringSettings,
  nativeManifests,
  OWN_CONTACT,
} from '../argo-cd/support/native-site.ts';
import { SiteRepository } from '../argo-cd/support/site-repository.ts';
import { atTheTestServer, rootCertificate } from '../certificates/support/acme.ts';
import { ask as askVerified } from '../certificates/support/client.ts';
import { ARGO_CD_POD, argoCdServer } from '../edge/support/argo-cd.ts';
import { ask, password, status } from '../edge/support/client.ts';
import { applyObjects, live, run, secret } from '../edge/support/cluster.ts';
import { becomes } from '../edge/support/eventually.ts';
import { clients, hosts, startHome } from '../edge/support/home.ts';
import { type Echo, echo, listen, stop } from '../edge/support/servers.ts';
import { aSite, filesOf } from '../support/site.ts';
import { GitServer } from './support/git-server.ts';

/** As the site states it; what Argo CD reads from is a server of the test without TLS. */
const git = { url: 'https://git.example.net/ana/platform.git', secret: 'platform-repository' };
const TOKEN = 'may-read-and-nothing-else';

const repository = new SiteRepository();
const host = new GitServer(repository.bare, TOKEN);
const scratch = mkdtempSync(join(tmpdir(), 'armstead-whole-site-'));

let names: string[];
let root: string;
let argoCd: Server;
let stopHome: () => Promise<void>;

beforeAll(async () => {
  await host.start();
  const manifests = nativeManifests(aSite({ contact: OWN_CONTACT, git })).map((manifest) => ({
    ...manifest,
    object: atTheTestServer(manifest.object),
  }));
  const files = new Map([...filesOf(manifests)].map(([path, text]) => [path, text.replaceAll(git.url, host.url)]));
  names = applicationsIn(files);
  repository.publish(files);
  writeFileSync(join(scratch, 'token'), `${TOKEN}\n`);
  root = rootCertificate();
  bringSettings();
  stopHome = await startHome();
  argoCd = await listen(echo('argocd'), ARGO_CD_POD.address, ARGO_CD_POD.port);
});

afterAll(async () => {
  await Promise.all([stop(argoCd), stopHome(), host.stop()]);
  repository.remove();
  rmSync(scratch, { recursive: true });
});

describe('an empty cluster and a private repository', () => {
  test('are refused by the bootstrap until it is told how to read the repository', async () => {
    expect((await fetch(`${host.url}/info/refs?service=git-upload-pack`)).status).toBe(401);
    expect(() => bootstrapFrom(repository.dist)).toThrow(
      `bootstrap: ${host.url} is private, and the cluster has no Secret platform-repository; run npm run bootstrap -- --token FILE`,
    );
    expect(run(['get', 'applications.argoproj.io', '--all-namespaces', '--output=name'])).toBe('');
  });

  test('become the site by one command and the Secrets that are made by hand', async () => {
    const begin = Date.now();

    bootstrapFrom(repository.dist, '--token', join(scratch, 'token'));
    // The helper by which git asks Argo CD for the password is no part of this Argo CD: it says it without being asked.
    applyObjects({ ...secret('argocd', git.secret, { forceHttpBasicAuth: 'true' }) });
    applyObjects(...argoCdServer);
    await until('the namespace of services at home', () =>
      run(['get', 'namespaces', '--output=name']).includes('/home\n'),
    );
    applyObjects(secret('home', 'notes-passwords', { auth: `${htpasswdLine('ana', 'correct horse battery')}\n` }));
    await until('all Applications Synced and Healthy', () => {
      refresh();
      return areSettled(names);
    });

    console.log(
      `from bootstrap to all ${names.length} Applications Healthy, certificates and all: ${seconds(begin)} s`,
    );
    expect(applications().flatMap(({ status }) => status?.conditions ?? [])).toEqual([]);
  });

  test('have the token where Argo CD looks for it, and nowhere in git', () => {
    const { metadata, data } = live<{ metadata: { labels: object }; data: Record<string, string> }>(
      'secret',
      'argocd',
      git.secret,
    );
    expect(metadata.labels).toEqual({ 'argocd.argoproj.io/secret-type': 'repository' });
    expect(Buffer.from(data.password ?? '', 'base64').toString()).toBe(TOKEN);
    expect(bootstrapFrom(repository.dist)).toContain('Repository: the Secret platform-repository is there\n');
  });
});

describe('the site', () => {
  test('answers a public host by HTTPS with a certificate that verifies', async () => {
    const answer = await askVerified({ host: 'weather.example.org', path: '/today', root });
    expect(answer.status).toBe(200);
    const { body } = await ask(`${hosts.none}/today`);
    expect(JSON.parse(body) as Echo).toMatchObject({ server: 'weather', url: '/today' });
  });

  test('asks for a password where there is a guard, and lets in who has it', async () => {
    expect((await askVerified({ host: 'notes.example.org', root })).status).toBe(401);
    expect(await status(hosts.basic, { headers: password('ana', 'correct horse battery') })).toBe(200);
  });

  test("shows Argo CD's pages at home and to nobody else", async () => {
    await becomes(() => status('https://argocd.example.org', { from: clients.atHome }), 200);
    expect((await askVerified({ host: 'argocd.example.org', root })).status).toBe(403);
    expect((await askVerified({ host: 'argocd.example.org', root, from: clients.atHome })).status).toBe(200);
  });
});

function seconds(begin: number): number {
  return Math.round((Date.now() - begin) / 1000);
}
