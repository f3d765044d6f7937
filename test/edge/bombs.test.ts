import type { RequestListener, Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CONNECTIONS } from '../../site/plan/connections.ts';
import {
  answered,
  endlessBody,
  endlessHeaders,
  type Held,
  STRANGERS,
  silence,
  streams,
  unfinished,
  untaken,
} from './support/bombs.ts';
import { status } from './support/client.ts';
import { applyDist } from './support/cluster.ts';
import { CONFINED, ConfinedEdge } from './support/confined-edge.ts';
import { becomes, eventually } from './support/eventually.ts';
import { hosts } from './support/home.ts';
import { listen, stop } from './support/servers.ts';

/** Each answer of the service: more than a client takes that takes nothing. */
const ANSWER = Buffer.alloc(1024 * 1024);

const OPEN = 'weather.example.org';
const AT_HOME = 'nas.example.org';
const UNKNOWN = 'stranger.example.org';

/** More streams than pass, and as many cookies as pass: nine tenths of the headers of a request. */
const ALL_THAT_PASSES = { streams: 100, cookies: 10 } as const;

let edge: ConfinedEdge;
let weather: Server;
let bomb: Held | undefined;

beforeAll(async () => {
  applyDist();
  const answer: RequestListener = (request, response) => request.resume().on('end', () => response.end(ANSWER));
  weather = await listen(answer, '192.168.4.22', 8080);
});

afterAll(() => stop(weather));

/** What somebody else gets of the edge at this moment, on a connection of his own. */
function another(): Promise<number> {
  return status(hosts.none, { edge: CONFINED });
}

/** That the edge did not end, and serves others while it is held and after it was let go. */
async function staysAlive(): Promise<void> {
  expect({ edge: edge.state, another: await another() }).toEqual({ edge: 'runs', another: 200 });
  bomb?.release();
  expect({ edge: edge.state, another: await another() }).toEqual({ edge: 'runs', another: 200 });
}

describe('the edge, in the memory of its pod, goes on serving others while a stranger', () => {
  beforeAll(async () => {
    edge = new ConfinedEdge();
    await becomes(another, 200);
  });

  afterEach(() => {
    bomb?.release();
    bomb = undefined;
  });

  afterAll(() => edge.stop());

  test('requests 240 answers on each of two connections with 750 kB of cookies each time, and takes none', async () => {
    bomb = await streams(OPEN, { connections: 2, streams: 240, cookies: 250 });
    expect(new Set(bomb.answers)).toEqual(new Set([431]));
    await staysAlive();
  });

  test.each([
    ['a public host, which answers some of them', OPEN, [200, 429]],
    ['a host for home alone', AT_HOME, [403]],
    ['no host at all', UNKNOWN, [404]],
  ])(
    'has as many connections as one address may have, all their streams and all the headers that pass, to %s',
    async (_, host, answers) => {
      bomb = await streams(host, { ...ALL_THAT_PASSES, connections: CONNECTIONS.ofOneAddress });
      expect(new Set(bomb.answers)).toEqual(new Set(answers));
      await staysAlive();
    },
  );

  test('has, from two addresses, all the connections that the nodes let in, and on them all that passes', async () => {
    bomb = await streams(OPEN, { ...ALL_THAT_PASSES, connections: CONNECTIONS.together, from: STRANGERS });
    expect(new Set(bomb.answers)).toEqual(new Set([200, 429]));
    await staysAlive();
  });

  test('begins 200 requests with headers of 1 MB: none of them is waited for', async () => {
    bomb = await answered(OPEN, 200, endlessHeaders(OPEN, 1024));
    expect([431, 0]).toEqual(expect.arrayContaining([...new Set(bomb.answers)]));
    await staysAlive();
  });

  test('begins 500 requests with as long headers as pass, and never ends one', async () => {
    bomb = await unfinished(OPEN, 500, endlessHeaders(OPEN, 31));
    await staysAlive();
  });

  test('begins 200 uploads, and never ends one', async () => {
    bomb = await unfinished(OPEN, 200, endlessBody(OPEN, 256));
    await staysAlive();
  });

  test('asks 200 times for 1 MiB, and takes none of it', async () => {
    bomb = await untaken(OPEN, 200);
    await staysAlive();
  });

  test('has 1000 connections, and asks nothing', async () => {
    bomb = await silence(OPEN, 1000);
    await staysAlive();
  });
});

describe('without its bounds', () => {
  beforeAll(async () => {
    edge = new ConfinedEdge([
      '--entrypoints.websecure.http.maxheaderbytes=1048576',
      '--entrypoints.websecure.http2.maxconcurrentstreams=250',
    ]);
    await becomes(another, 200);
  });

  afterAll(() => edge.stop());

  test('eight connections like the two of the first bomb end the edge', async () => {
    // At a host that refuses them at once: how much is held is then the edge's matter alone.
    const thrown = streams(AT_HOME, { connections: 8, streams: 240, cookies: 250 }).catch(() => undefined);
    await eventually(
      async () => edge.state,
      (state) => state.startsWith('ended by SIGKILL'),
    );
    await thrown;
  });
});
