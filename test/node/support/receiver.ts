import { createServer, type Server } from 'node:http';

/** Port at which the receiver of the tests listens on the node. */
const PORT = 9999;

/** What the receiver was told at one of its paths. */
export interface Told {
  readonly path: string;
  readonly alerts: readonly {
    readonly status: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  }[];
}

/** Where pods find the receiver, which runs on the node. */
export function receiverAt(node: string, path: 'heartbeat' | 'notification'): string {
  return `http://${node}:${PORT}/${path}`;
}

/** Starts the receiver of heartbeats and notifications; a GET tells all that it was told. */
export async function startReceiver(): Promise<Server> {
  const told: Told[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(JSON.stringify(told));
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      told.push({ path: (request.url ?? '').slice(1), alerts: JSON.parse(body || '{}').alerts ?? [] });
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(PORT, resolve));
  return server;
}

/** What the receiver was told until now, oldest first. */
export async function receiverWasTold(): Promise<readonly Told[]> {
  return (await (await fetch(`http://127.0.0.1:${PORT}/`)).json()) as Told[];
}
