import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addresses } from '../cluster/support/addresses.ts';
import { ask, status } from './support/client.ts';
import { applyDist } from './support/cluster.ts';
import { becomes } from './support/eventually.ts';
import { clients, hosts, startHome } from './support/home.ts';
import type { Echo } from './support/servers.ts';

let stopHome: () => Promise<void>;

beforeAll(async () => {
  applyDist();
  stopHome = await startHome();
  await becomes(() => status(hosts.none), 200);
  await becomes(() => status(hosts.home, { from: clients.atHome }), 200);
});

afterAll(() => stopHome());

describe('a public service', () => {
  test('is reached at home through the cluster, with the host that was requested', async () => {
    const { body } = await ask(`${hosts.none}/today?in=celsius`);
    expect(JSON.parse(body)).toMatchObject({
      server: 'weather',
      url: '/today?in=celsius',
      headers: { host: 'weather.example.org', 'x-forwarded-proto': 'https' },
    });
  });

  test('is told the address of the client, whatever the client says of itself', async () => {
    const headers = { 'x-forwarded-for': '192.168.4.9', 'x-real-ip': '192.168.4.9', 'x-forwarded-proto': 'http' };
    const { body } = await ask(hosts.none, { headers });
    expect((JSON.parse(body) as Echo).headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-real-ip': '127.0.0.1',
      'x-forwarded-proto': 'https',
    });
  });

  test('answers plain HTTP with the redirect to HTTPS', async () => {
    const { status, headers } = await ask('http://weather.example.org/today?in=celsius');
    expect({ status, location: headers.location }).toEqual({
      status: 308,
      location: 'https://weather.example.org/today?in=celsius',
    });
  });
});

describe('a service for home', () => {
  test.each(Object.entries(clients))('answers a client %s, and its own TLS is not verified', async (_, from) => {
    const { status, body } = await ask(hosts.home, { from });
    expect({ status, server: (JSON.parse(body) as Echo).server }).toEqual({ status: 200, server: 'nas' });
  });

  test('refuses everybody else', async () => {
    expect(await status(hosts.home)).toBe(403);
  });

  test.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'x_forwarded_for', 'true-client-ip'])(
    'refuses who claims by %s to be at home',
    async (header) => {
      const value = header === 'forwarded' ? 'for=192.168.4.50' : clients.atHome;
      expect(await status(hosts.home, { headers: { [header]: value } })).toBe(403);
    },
  );

  test.each(['//', '/%2e%2e/', '/./', '/;/', '/%2F', '/x/../'])('refuses by the path %s as well', async (rawPath) => {
    expect(await status(hosts.home, { rawPath })).toBe(403);
  });

  test('refuses who names it behind the TLS name of a public host', async () => {
    expect(await status(hosts.none, { headers: { host: 'nas.example.org' } })).toBe(403);
  });

  test.each(['nas.example.org:443', 'NAS.example.org', 'nas.example.org.'])(
    'lets nobody in who spells its host %s',
    async (host) => {
      expect(await status(hosts.home, { headers: { host } })).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('an address for whoever makes DNS records', () => {
  test('is at the load balancers, and at no Ingress: a host for home would show the public one', async () => {
    expect(addresses('services')).toMatchObject({ 'edge/edge-public': 1, 'edge/edge-home': 1 });
    const shown = addresses('ingresses');
    expect(shown).toMatchObject({ 'home/nas': 0, 'home/weather': 0 });
    expect(new Set(Object.values(shown))).toEqual(new Set([0]));
  });
});

describe('an unknown host', () => {
  test.each(['https://stranger.example.org/', 'http://stranger.example.org/', 'http://10.244.0.1/'])(
    'is nobody: %s',
    async (address) => {
      expect(await status(address)).toBe(404);
    },
  );
});
