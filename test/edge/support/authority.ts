import { applyObjects, live, run } from './cluster.ts';
import type { Identity } from './servers.ts';

/** Namespace of what stands for the internet: the provider of the accounts, and who signs for it. */
export const INTERNET = 'internet';

/** A key, its certificate, and the certificate of who signed it. */
export interface Signed extends Identity {
  readonly authority: string;
}

const API = 'cert-manager.io/v1';

/** Has the real cert-manager sign certificates for some hosts, with an authority of the test's own. */
export function signed(name: string, hosts: readonly string[]): Signed {
  applyObjects({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: INTERNET } });
  applyObjects(
    { apiVersion: API, kind: 'Issuer', metadata: at('self'), spec: { selfSigned: {} } },
    {
      apiVersion: API,
      kind: 'Certificate',
      metadata: at('authority'),
      spec: {
        isCA: true,
        commonName: 'authority',
        secretName: 'authority',
        issuerRef: { kind: 'Issuer', name: 'self' },
      },
    },
    { apiVersion: API, kind: 'Issuer', metadata: at('authority'), spec: { ca: { secretName: 'authority' } } },
    {
      apiVersion: API,
      kind: 'Certificate',
      metadata: at(name),
      spec: { dnsNames: [...hosts], secretName: name, issuerRef: { kind: 'Issuer', name: 'authority' } },
    },
  );
  run(['wait', '--for=condition=Ready', `certificate/${name}`, '--namespace', INTERNET, '--timeout=120s']);
  const { data } = live<{ data: Record<string, string> }>('secret', INTERNET, name);
  return { key: text(data['tls.key']), cert: text(data['tls.crt']), authority: text(data['ca.crt']) };
}

function at(name: string) {
  return { namespace: INTERNET, name };
}

function text(base64 = ''): string {
  return Buffer.from(base64, 'base64').toString();
}
