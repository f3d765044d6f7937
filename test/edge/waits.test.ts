import { execFileSync } from 'node:child_process';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HomeServiceInput } from '../../site/sections/home-services.ts';
import example from '../fixtures/example.ts';
import { aSite, manifestsOfSite } from '../support/site.ts';
import { ask, status } from './support/client.ts';
import { applyDist, applyObjects, remove } from './support/cluster.ts';
import { becomes } from './support/eventually.ts';
import { listen, stop } from './support/servers.ts';
import { readFileOf } from './support/traefik-file.ts';
import { answersUpgrades, type Opened, opened } from './support/upgrades.ts';

const address = '192.168.4.30:8080';
const open = { exposure: 'public', guard: 'none' } as const;
const services: Record<string, HomeServiceInput> = {
  chat: { ...open, address, timeouts: { answer: '2s', idle: '1h' } },
  dozing: { ...open, address, timeouts: { answer: '1h', idle: '2s' } },
  gone: { ...open, address: '192.168.4.66:8080', timeouts: { connect: '1s' } },
};

/** Longer than the shorter of the two times, shorter than the longer one. */
const SILENCE_MS = 4000;

let server: Server;

beforeAll(async () => {
  applyDist();
  const site = aSite({ home: { ...example.home, services } as NonNullable<typeof example.home> });
  const objects = manifestsOfSite(site).filter(({ folder }) => folder === 'home');
  applyObjects(...objects.map(({ object }) => object));
  readFileOf(site);
  loseWhatGoesTo('192.168.4.66');
  server = await listen(answering, '192.168.4.30', 8080);
  answersUpgrades(server);
  for (const name of ['chat', 'dozing']) await becomes(() => status(`https://${name}.example.org/`), 200);
});

afterAll(async () => {
  execFileSync('nft', ['delete', 'table', 'inet', 'armstead_gone']);
  for (const name of Object.keys(services)) {
    for (const kind of ['ingress', 'certificate', 'service', 'endpointslice']) remove(kind, 'home', name);
  }
  applyDist();
  await stop(server);
});

describe('the time for the first byte of an answer', () => {
  test('ends a request that is not answered with 504', async () => {
    expect(await status('https://chat.example.org/never')).toBe(504);
  });

  test('does not count once an answer has begun: a stream may be silent for longer', async () => {
    const { body } = await ask('https://chat.example.org/stream');
    expect(body).toBe('begin end');
  });

  test('is not the time for silence: an answer may take longer than that', async () => {
    expect((await ask('https://dozing.example.org/late')).body).toBe('late');
  });
});

describe('the time for silence', () => {
  test('lets a WebSocket live that says nothing for longer than an answer may take', async () => {
    const socket = await opened('chat.example.org');
    await sleep(SILENCE_MS);
    expect(await echoed(socket)).toBe('still there');
    socket.end();
  });

  test('ends a WebSocket that says nothing for that long', async () => {
    const socket = await opened('dozing.example.org');
    expect(await echoed(socket)).toBe('still there');
    await socket.closed;
  });
});

describe('the time to connect', () => {
  test('ends a request to an address that answers nothing, not even a refusal, with 504', async () => {
    await becomes(() => status('https://gone.example.org/'), 504);
  });
});

async function echoed(socket: Opened): Promise<string> {
  socket.write('still there');
  return socket.next();
}

/** As behind a tunnel that is down: packets are lost, and nobody says so. */
function loseWhatGoesTo(lost: string): void {
  const rules = `table inet armstead_gone {
    chain input { type filter hook input priority 0; ip daddr ${lost} tcp dport 8080 drop; }
  }`;
  execFileSync('nft', ['-f', '-'], { input: rules });
}

function answering({ url = '' }: { readonly url?: string | undefined }, response: ServerResponse): void {
  if (url === '/never') return;
  if (url === '/late') setTimeout(() => response.end('late'), SILENCE_MS);
  else if (url === '/stream') {
    response.write('begin ');
    setTimeout(() => response.end('end'), SILENCE_MS);
  } else response.end();
}
