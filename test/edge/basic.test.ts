import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htpasswdLine } from '../../scripts/password/secret.ts';
import { ask, password, status } from './support/client.ts';
import { applyDist, applyObjects, remove, secret } from './support/cluster.ts';
import { becomes } from './support/eventually.ts';
import { hosts, startHome } from './support/home.ts';
import { type Echo, echo, listen, stop } from './support/servers.ts';

const passwords = secret('home', 'notes-passwords', { auth: `${htpasswdLine('ana', 'correct horse battery')}\n` });
const ana = { headers: password('ana', 'correct horse battery') };

let stopHome: () => Promise<void>;

beforeAll(async () => {
  applyDist();
  stopHome = await startHome();
  applyObjects(passwords);
  await becomes(() => status(hosts.basic, ana), 200);
});

afterAll(async () => {
  remove('secret', 'home', 'notes-passwords');
  await stopHome();
});

describe('the guard basic', () => {
  test('lets in who has the password that npm run password has hashed', async () => {
    const { body } = await ask(`${hosts.basic}/page`, ana);
    expect(JSON.parse(body)).toMatchObject({ server: 'notes', url: '/page' });
  });

  test('asks everybody else for one, by the name of the place', async () => {
    const { status, headers } = await ask(hosts.basic);
    expect({ status, challenge: headers['www-authenticate'] }).toEqual({
      status: 401,
      challenge: 'Basic realm="Private"',
    });
  });

  test.each([
    ['a wrong password', password('ana', 'correct horse')],
    ['no password', password('ana', '')],
    ['an unknown user', password('ben', 'correct horse battery')],
    ['the hash for the password', password('ana', htpasswdLine('ana', 'x').slice(4))],
    ['half a header', { authorization: 'Basic' }],
    ['a token', { authorization: 'Bearer correct horse battery' }],
    ['a claim to be signed on', { 'x-auth-request-user': 'ana', 'remote-user': 'ana', 'x-forwarded-user': 'ana' }],
  ])('keeps out %s', async (_, headers) => {
    expect(await status(hosts.basic, { headers })).toBe(401);
  });

  test.each([
    '//',
    '/%2e%2e/',
    '/./page',
    '/a/../page',
    '/%2Fpage',
    '/page;x=1',
    '/.well-known/acme-challenge/x',
    '/*',
  ])('keeps strangers out by the path %s as well', async (rawPath) => {
    expect(await status(hosts.basic, { rawPath })).toBe(401);
  });

  test.each(['HEAD', 'OPTIONS', 'PUT', 'PROPFIND'])('keeps strangers out by the method %s as well', async (method) => {
    expect(await status(hosts.basic, { method })).toBe(401);
  });

  test('is passed by nobody while its Secret is missing: the host is not served', async () => {
    remove('secret', 'home', 'notes-passwords');
    await becomes(() => status(hosts.basic, ana), 404);
    expect(await status(hosts.basic)).toBe(404);
    applyObjects(passwords);
    await becomes(() => status(hosts.basic, ana), 200);
  });
});

describe("Let's Encrypt's question at a guarded host", () => {
  const path = '/.well-known/acme-challenge/token';
  const address = `http://notes.example.org${path}`;
  const solver = [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: 'home', name: 'solver' },
      spec: { ports: [{ name: 'http', port: 8090 }] },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { namespace: 'home', name: 'solver', labels: { 'kubernetes.io/service-name': 'solver' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['192.168.4.99'] }],
      ports: [{ name: 'http', port: 8090 }],
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { namespace: 'home', name: 'solver' },
      spec: {
        ingressClassName: 'edge',
        rules: [
          {
            host: 'notes.example.org',
            http: {
              paths: [{ path, pathType: 'Exact', backend: { service: { name: 'solver', port: { number: 8090 } } } }],
            },
          },
        ],
      },
    },
  ];

  test('is answered without a password while the Ingress of its solver is there, and nothing else is', async () => {
    expect(await status(address)).toBe(308);
    const server = await listen(echo('solver'), '192.168.4.99', 8090);
    applyObjects(...solver);
    await becomes(() => status(address), 200);
    expect(JSON.parse((await ask(address)).body) as Echo).toMatchObject({ server: 'solver', url: path });

    for (const rawPath of [`${path}/`, `${path}/../../../page`, `${path}%2F..%2Fpage`, '/page']) {
      expect(await status(hosts.basic, { rawPath })).toBe(401);
    }
    remove('ingress', 'home', 'solver');
    await becomes(() => status(address), 308);
    remove('service', 'home', 'solver');
    remove('endpointslice', 'home', 'solver');
    await stop(server);
  });
});
