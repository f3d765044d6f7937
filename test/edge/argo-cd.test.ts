import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { ARGO_CD_POD, argoCdServer } from './support/argo-cd.ts';
import { ask, status } from './support/client.ts';
import { applyDist, applyObjects, remove } from './support/cluster.ts';
import { becomes } from './support/eventually.ts';
import { clients } from './support/home.ts';
import { type Echo, echo, listen, stop } from './support/servers.ts';
import { readFileOf, readFileOfDist } from './support/traefik-file.ts';

const PAGES = 'https://argocd.example.org';
const WEBHOOK = 'https://argocd-webhook.example.org';
const CALL = `${WEBHOOK}/api/webhook`;

/** What the word `webhook` in platform.ts adds to the folder. */
const withWebhook = aSite({ gitops: { webhook: { secret: 'argocd-webhook' } } });
const webhook = manifestsOfSite(withWebhook)
  .filter(({ folder, object }) => folder === 'delivery' && object.metadata.name === 'argocd-webhook')
  .map(({ object }) => object);

let server: Server;

beforeAll(async () => {
  applyDist();
  applyObjects(...argoCdServer);
  server = await listen(echo('argocd'), ARGO_CD_POD.address, ARGO_CD_POD.port);
  await becomes(() => status(PAGES, { from: clients.atHome }), 200);
});

afterAll(async () => {
  for (const { kind, metadata } of [...argoCdServer, ...webhook]) remove(kind, 'argocd', metadata.name);
  readFileOfDist();
  await stop(server);
});

describe("Argo CD's pages", () => {
  test.each(Object.entries(clients))(
    'answer a client %s, whom the edge speaks to Argo CD for in plain HTTP',
    async (_, from) => {
      const { body } = await ask(`${PAGES}/applications?proj=platform`, { from });
      expect(JSON.parse(body)).toMatchObject({
        server: 'argocd',
        url: '/applications?proj=platform',
        headers: { host: 'argocd.example.org', 'x-forwarded-proto': 'https' },
      });
    },
  );

  test("pass on the calls of the command line's --grpc-web as they come", async () => {
    const { body } = await ask(`${PAGES}/version.VersionService/Version`, {
      method: 'POST',
      from: clients.atHome,
      headers: { 'content-type': 'application/grpc-web+proto' },
      body: Buffer.from([0, 0, 0, 0, 0]),
    });
    expect(JSON.parse(body) as Echo).toMatchObject({
      url: '/version.VersionService/Version',
      headers: { 'content-type': 'application/grpc-web+proto' },
      bytes: 5,
    });
  });

  test.each(['/', '/api/webhook', '/api/v1/session', '//', '/%2e%2e/'])(
    'refuse everybody else at %s',
    async (rawPath) => {
      expect(await status(PAGES, { rawPath })).toBe(403);
    },
  );
});

describe('the webhook', () => {
  test('has no host that answers unless the site requests it', async () => {
    expect(await status(CALL, { method: 'POST' })).toBe(404);
  });

  test('takes calls from everywhere, signature and body as they are, once the site requests it', async () => {
    applyObjects(...webhook);
    readFileOf(withWebhook);
    await becomes(() => status(CALL, { method: 'POST' }), 200);
    await becomes(() => status(WEBHOOK, { rawPath: '/api/webhook/..%2fv1/session' }), 403);

    const body = JSON.stringify({ ref: 'refs/heads/main' });
    const answer = await ask(CALL, {
      method: 'POST',
      headers: { 'x-github-event': 'push', 'x-hub-signature-256': 'sha256=0123' },
      body,
    });

    expect(JSON.parse(answer.body) as Echo).toMatchObject({
      server: 'argocd',
      url: '/api/webhook',
      headers: { 'x-github-event': 'push', 'x-hub-signature-256': 'sha256=0123' },
      bytes: body.length,
    });
  });

  test.each([
    '/',
    '/api/v1/session',
    '/api/webhooks',
    '/api/webhook/../v1/session',
    '/api/webhook/%2e%2e/v1/session',
    '/api/webhook%2f..%2fv1/session',
    '/api/webhook/..%2fv1/session',
    '/api/webhook/..;/v1/session',
    '/api/webhook/%252e%252e/v1/session',
    '/api//v1/session',
  ])('leads to nothing else of Argo CD by the path %s', async (rawPath) => {
    const answer = await ask(WEBHOOK, { rawPath });
    const reached = answer.status === 200 ? (JSON.parse(answer.body) as Echo).url : undefined;
    expect({ status: answer.status, reached }).toEqual({ status: expect.any(Number), reached: undefined });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test('leaves the pages closed', async () => {
    expect(await status(PAGES)).toBe(403);
  });

  test('answers 429 to who calls without end', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => status(CALL, { method: 'POST' })));
    expect(new Set(answers)).toEqual(new Set([200, 429]));
  });
});
