import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** What a client asks. */
export interface Question {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;

  /**
   * Address from which the client asks.
   *
   * @default - 127.0.0.1, which is nobody's home
   */
  readonly from?: string;

  /**
   * Path on the wire, which a URL would make plain first.
   *
   * @default - the URL's
   */
  readonly rawPath?: string;

  /**
   * Where the edge listens that is asked.
   *
   * @default - 127.0.0.1, of which the ports 80 and 443 lead to it
   */
  readonly edge?: { readonly address: string; readonly http: number; readonly https: number };
}

/** What the edge answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const EDGE = { address: '127.0.0.1', http: 80, https: 443 } as const;

/** Asks the edge, whatever the host; redirects are not followed, and certificates are another test's matter. */
export function ask(address: string, question: Question = {}): Promise<Answer> {
  const url = new URL(address);
  const secure = url.protocol === 'https:';
  const { method = 'GET', headers = {}, body, from, rawPath, edge = EDGE } = question;
  const options = {
    host: edge.address,
    port: secure ? edge.https : edge.http,
    path: rawPath ?? `${url.pathname}${url.search}`,
    method,
    // A body is sent only once the edge wants it: one that is refused unread would break the connection.
    headers: { host: url.host, ...(body !== undefined && { expect: '100-continue' }), ...headers },
    servername: url.hostname,
    rejectUnauthorized: false,
    agent: false,
    ...(from !== undefined && { localAddress: from }),
  } as const;
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', reject);
    if (body === undefined) request.end();
    else request.once('continue', () => request.end(body)).flushHeaders();
  });
}

/** The status alone. */
export async function status(address: string, question?: Question): Promise<number> {
  return (await ask(address, question)).status;
}

/** The header of a user and a password. */
export function password(user: string, secret: string): OutgoingHttpHeaders {
  return { authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}` };
}
