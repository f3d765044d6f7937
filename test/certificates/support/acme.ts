import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import type { KubeObject } from '../../../kubernetes/object.ts';
import { kubectlJson } from '../../cluster/support/kubectl.ts';
import { ACME_DIRECTORY, ACME_ROOT } from './environment.ts';

/** A Certificate, as far as a test looks into it. */
export interface Certificate extends KubeObject {
  readonly spec: { readonly secretName: string; readonly dnsNames: readonly string[] };
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/** A ClusterIssuer that orders from the test server; every other object as it is. */
export function atTheTestServer(object: KubeObject): KubeObject {
  if (object.kind !== 'ClusterIssuer') return object;
  const issuer = object as KubeObject & { readonly spec: { readonly acme: object } };
  return {
    ...issuer,
    spec: { acme: { ...issuer.spec.acme, server: ACME_DIRECTORY, caBundle: authority() } },
  } as KubeObject;
}

/** The authority of the test cluster: it signed the test server's own address too. */
function authority(): string {
  const path = '{.clusters[0].cluster.certificate-authority-data}';
  return execFileSync('kubectl', ['config', 'view', '--raw', `--output=jsonpath=${path}`], { encoding: 'utf8' });
}

/** The certificate with which the test server signs. */
export function rootCertificate(): string {
  return execFileSync('curl', ['--silent', '--fail', '--insecure', ACME_ROOT], { encoding: 'utf8' });
}

/** Whether cert-manager says that a certificate is there and what was requested. */
export function isReady(namespace: string, name: string): boolean {
  const { status } = kubectlJson<Certificate>('get', 'certificate', name, `--namespace=${namespace}`);
  return status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

/** Serial number of the certificate that a Secret holds, if there is one. */
export function serialIn(namespace: string, secret: string): string | undefined {
  const { items } = kubectlJson<{ items: { data: Record<string, string> }[] }>(
    'get',
    'secrets',
    `--namespace=${namespace}`,
    `--field-selector=metadata.name=${secret}`,
  );
  const encoded = items[0]?.data['tls.crt'];
  return encoded ? new X509Certificate(Buffer.from(encoded, 'base64')).serialNumber : undefined;
}

/** A question of the test server to a host, to be answered below its challenge path. */
export interface Challenge {
  readonly spec: { readonly token: string; readonly dnsName: string };
}

export function challengesOf(host: string): Challenge[] {
  return kubectlJson<{ items: Challenge[] }>('get', 'challenges', '--all-namespaces').items.filter(
    ({ spec }) => spec.dnsName === host,
  );
}
