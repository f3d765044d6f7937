import { createServer as createPlain, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';

/** What a test server says it was asked: what reached it through the edge. */
export interface Echo {
  readonly server: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: number;
}

/** A key and its certificate. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** A server that stands for a pod or a machine at home, and answers with what it was asked. */
export function echo(name: string): RequestListener {
  return (request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on('end', () => {
      const { url = '', headers } = request;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ server: name, url, headers, bytes } satisfies Echo));
    });
  };
}

/** Takes whatever headers the edge lets through: Node.js itself takes half of it. */
const AS_THE_EDGE = { maxHeaderSize: 64 * 1024 };

/** Starts a server at an address that must belong to this machine. */
export async function listen(
  listener: RequestListener,
  address: string,
  port: number,
  identity?: Identity,
): Promise<Server> {
  const server = identity
    ? createSecure({ ...identity, ...AS_THE_EDGE }, listener)
    : createPlain(AS_THE_EDGE, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, address, port)));
    server.listen(port, address, resolve);
  });
  return server;
}

/** Ends a server with every connection that it has. */
export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function explained(error: NodeJS.ErrnoException, address: string, port: number): Error {
  if (error.code !== 'EADDRNOTAVAIL') return error;
  return new Error(
    `${address}:${port} does not belong to this machine: run the tests in a network of their own, in which the ` +
      'addresses of pods and of home are local, as .ci/run does',
  );
}
