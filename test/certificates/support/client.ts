import { execFileSync } from 'node:child_process';
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { EDGE_ADDRESS } from './environment.ts';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;

  /** Serial number of the certificate that was served. */
  readonly serial: string;
}

export interface Question {
  readonly host: string;
  readonly path?: string;

  /** Certificate authority that must have signed; without one any certificate will do. */
  readonly root?: string;

  /** Address from which the question comes. */
  readonly from?: string;
}

/** Asks the edge by HTTPS, each time with a connection of its own. */
export function ask({ host, path = '/', root, from }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = tlsRequest({
      host: EDGE_ADDRESS,
      servername: host,
      path,
      headers: { host },
      agent: false,
      rejectUnauthorized: root !== undefined,
      timeout: 10_000,
      ...(root && { ca: root }),
      ...(from && { localAddress: from }),
    });
    request.on('timeout', () => request.destroy(new Error(`${host} did not answer`)));
    request.on('error', reject);
    request.on('response', (response) => {
      const { serialNumber } = (response.socket as TLSSocket).getPeerCertificate();
      response.resume();
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, serial: serialNumber }),
      );
    });
    request.end();
  });
}

/** Asks the edge by plain HTTP. */
export function askPlainly({ host, path = '/', from }: Question): Promise<Pick<Answer, 'status' | 'headers'>> {
  return new Promise((resolve, reject) => {
    const options = { host: EDGE_ADDRESS, path, headers: { host }, agent: false, ...(from && { localAddress: from }) };
    const request = plainRequest(options, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    request.on('error', reject);
    request.end();
  });
}

/** Makes the addresses of a network this machine's own, so that questions can come from there. */
export function adopt(network: string): void {
  execFileSync('ip', ['route', 'replace', 'local', network, 'dev', 'lo']);
}
