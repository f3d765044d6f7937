import { once } from 'node:events';
import type { Server } from 'node:http';
import { request } from 'node:https';
import type { Duplex } from 'node:stream';

/** A connection that was changed to another protocol, as a WebSocket is. */
export interface Opened {
  readonly write: (text: string) => void;

  /** What comes next. */
  readonly next: () => Promise<string>;

  readonly end: () => void;

  /** Settles when the other side has ended it. */
  readonly closed: Promise<unknown>;
}

/** Has a server change to a protocol that sends back what it gets. */
export function answersUpgrades(server: Server): void {
  server.on('upgrade', (_request, socket: Duplex) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.on('error', () => socket.destroy());
    socket.pipe(socket);
  });
}

/** Opens such a connection through the edge. */
export async function opened(host: string): Promise<Opened> {
  const asked = request({
    host: '127.0.0.1',
    port: 443,
    servername: host,
    rejectUnauthorized: false,
    agent: false,
    headers: {
      host,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    },
  });
  asked.end();
  const [, socket] = (await once(asked, 'upgrade')) as [unknown, Duplex];
  socket.on('error', () => socket.destroy());
  return {
    write: (text) => socket.write(text),
    next: async () => ((await once(socket, 'data')) as [Buffer])[0].toString(),
    end: () => socket.destroy(),
    closed: once(socket, 'close'),
  };
}
