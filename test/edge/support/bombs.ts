import { once } from 'node:events';
import { type ClientHttp2Session, connect as connectHttp2 } from 'node:http2';
import { connect as connectPlain } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { CONFINED } from './confined-edge.ts';

const KIBIBYTE = 1024;

/** What a stranger holds of the edge until he lets go. */
export interface Held {
  /** What was answered meanwhile, if anything. */
  readonly answers: readonly number[];
  readonly release: () => void;
}

/** Handshakes that are under way at once, so that none of them waits too long. */
const AT_ONCE = 50;

async function times<T>(count: number, one: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let begun = 0; begun < count; begun += AT_ONCE) {
    const next = Array.from({ length: Math.min(AT_ONCE, count - begun) }, (_, index) => one(begun + index));
    results.push(...(await Promise.all(next)));
  }
  return results;
}

async function secured(host: string, protocol: string, from: string = STRANGERS[0]): Promise<TLSSocket> {
  const { address, https } = CONFINED;
  const socket = connect({
    socket: connectPlain({ host: address, port: https, localAddress: from }),
    servername: host,
    rejectUnauthorized: false,
    ALPNProtocols: [protocol],
  });
  await once(socket, 'secureConnect');
  // The edge may end a connection that holds too much: that is what it should do.
  socket.on('error', () => undefined);
  return socket;
}

function held(sockets: readonly TLSSocket[], answers: readonly number[] = []): Held {
  return { answers, release: () => sockets.forEach((socket) => void socket.destroy()) };
}

/** Connections on which nothing is ever asked. */
export async function silence(host: string, connections: number): Promise<Held> {
  return held(await times(connections, () => secured(host, 'http/1.1')));
}

/** Requests of HTTP/1.1 of which only the beginning comes. */
export async function unfinished(host: string, connections: number, beginning: string): Promise<Held> {
  const sockets = await times(connections, () => secured(host, 'http/1.1'));
  await times(connections, (index) => written(sockets[index] as TLSSocket, beginning));
  return held(sockets);
}

function written(socket: TLSSocket, text: string): Promise<void> {
  return new Promise((resolve) => void socket.write(text, () => resolve()));
}

/** Requests of HTTP/1.1 to each of which the edge must answer before the rest comes; 0 where only the connection ends. */
export async function answered(host: string, connections: number, beginning: string): Promise<Held> {
  const sockets = await times(connections, () => secured(host, 'http/1.1'));
  return held(sockets, await times(connections, (index) => statusAfter(sockets[index] as TLSSocket, beginning)));
}

/** The beginning of a request with so many kibibytes of cookies and no end. */
export function endlessHeaders(host: string, kibibytes: number): string {
  return `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${'c'.repeat(kibibytes * KIBIBYTE)}`;
}

/** A request with the first kibibytes of a body of eight mebibytes. */
export function endlessBody(host: string, kibibytes: number): string {
  const length = 8 * KIBIBYTE * KIBIBYTE;
  return `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${length}\r\n\r\n${'b'.repeat(kibibytes * KIBIBYTE)}`;
}

async function statusAfter(socket: TLSSocket, text: string): Promise<number> {
  socket.write(text);
  // Who still writes when the edge ends the connection may lose the answer.
  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => []);
  return Number(/^HTTP\/1\.1 (\d+)/.exec(`${answer}`)?.[1] ?? 0);
}

/** Requests of HTTP/1.1 whose answers are not taken. */
export async function untaken(host: string, connections: number): Promise<Held> {
  const sockets = await times(connections, () => secured(host, 'http/1.1'));
  for (const socket of sockets) socket.pause().write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  return held(sockets);
}

/** What each stream of a connection asks. */
export interface Streams {
  readonly connections: number;
  readonly streams: number;

  /** How often each request says the same cookie of three kilobytes; after the first time one byte says it. */
  readonly cookies: number;

  /**
   * Addresses of this machine between which the connections are shared out.
   *
   * @default - one, from which nobody else asks
   */
  readonly from?: readonly string[];
}

/** Where strangers come from: nobody's home, and not where the tests ask from. */
export const STRANGERS = ['127.0.1.1', '127.0.1.2'] as const;

const COOKIE = `c=${'c'.repeat(3000)}`;

/**
 * Connections of HTTP/2 with many streams, of whose answers not one byte is taken.
 *
 * One after another: the service has seconds to accept what the edge brings, however busy this machine is.
 */
export async function streams(
  host: string,
  { connections, streams, cookies, from = [STRANGERS[0]] }: Streams,
): Promise<Held> {
  const sessions: ClientHttp2Session[] = [];
  const answers: number[] = [];
  for (let begun = 0; begun < connections; begun += 1) {
    const socket = await secured(host, 'h2', from[begun % from.length]);
    const session = connectHttp2(`https://${host}`, {
      createConnection: () => socket,
      settings: { initialWindowSize: 0 },
      maxSessionMemory: 1000,
      maxSendHeaderBlockLength: 16 * KIBIBYTE * KIBIBYTE,
    });
    session.on('error', () => undefined);
    sessions.push(session);
    await once(session, 'remoteSettings');
    const open = Math.min(streams, session.remoteSettings.maxConcurrentStreams ?? streams);
    const asked = Array.from({ length: streams }, () => statusOf(session, cookies));
    answers.push(...(await Promise.all(asked.slice(0, open))));
  }
  return { answers, release: () => sessions.forEach((session) => void session.destroy()) };
}

function statusOf(session: ClientHttp2Session, cookies: number): Promise<number> {
  const stream = session.request({ ':path': '/', cookie: Array.from({ length: cookies }, () => COOKIE) });
  return new Promise((resolve) => {
    stream.once('response', (headers) => resolve(headers[':status'] ?? 0));
    stream.once('error', () => resolve(0));
    stream.once('close', () => resolve(0));
  });
}
