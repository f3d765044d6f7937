import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { INTERNET, signed } from './authority.ts';
import { applyObjects, secret } from './cluster.ts';
import { listen, stop } from './servers.ts';

/** What the provider gave out for the site, and so stands in the site's Secret. */
export const client = { id: 'site', secret: 'secret-of-the-site' } as const;

/** Cookie by which a test says whose browser it is: it stands for being signed in at the provider. */
export const ACCOUNT_COOKIE = 'account';

/** Where the provider listens. */
const ADDRESS = '192.168.4.200';
const PORT = 9000;

/** A provider that runs. */
export interface Provider {
  /** Certificate of who signed for its hosts. */
  readonly authority: string;
  readonly stop: () => Promise<void>;
}

/** Puts a provider behind its hosts, which the name server of the tests sends to the edge like every other name. */
export async function startProvider(listener: RequestListener, ...hosts: readonly string[]): Promise<Provider> {
  const { key, cert, authority } = signed('provider', hosts);
  const rules = hosts.map((host) => ({
    host,
    http: {
      paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'provider', port: { number: PORT } } } }],
    },
  }));
  const metadata = { namespace: INTERNET, name: 'provider' };
  applyObjects(
    secret(INTERNET, 'provider-tls', { 'tls.key': key, 'tls.crt': cert }),
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ name: 'http', port: PORT }] } },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { ...metadata, labels: { 'kubernetes.io/service-name': 'provider' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: [ADDRESS] }],
      ports: [{ name: 'http', port: PORT }],
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: { ingressClassName: 'edge', rules, tls: [{ hosts, secretName: 'provider-tls' }] },
    },
  );
  const server = await listen(listener, ADDRESS, PORT);
  return { authority, stop: () => stop(server) };
}

/** The account that a browser is signed in with. */
export function accountOf({ headers }: IncomingMessage): string {
  return new RegExp(`${ACCOUNT_COOKIE}=(\\w+)`).exec(headers.cookie ?? '')?.[1] ?? 'nobody';
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export function redirect(response: ServerResponse, to: string, query: Readonly<Record<string, string>>): void {
  response.writeHead(302, { location: `${to}?${new URLSearchParams(query)}` }).end();
}
