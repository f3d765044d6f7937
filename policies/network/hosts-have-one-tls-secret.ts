import { INGRESS, type IngressFields } from '../../kubernetes/ingresses.ts';
import { type Manifest, nameOf } from '../../kubernetes/manifest.ts';
import type { PolicyContext } from '../context/context.ts';
import type { Breach, Policy } from '../policy.ts';

/** One host, one certificate; one certificate, one set of hosts. */
export const hostsHaveOneTlsSecret: Policy = {
  id: 'hosts-have-one-tls-secret',
  title: 'Each host has one TLS secret, and no TLS secret serves two different sets of hosts.',
  why:
    'A shared secret is issued again and again, each time for the other hosts; two secrets for one host use up the limits ' +
    'of the certificate authority and renew apart.',
  check: (context) => {
    const hostsOf = new Map<string, Use>();
    const secretOf = new Map<string, Use>();
    return usesOf(context).flatMap((use) => [...otherHosts(use, hostsOf), ...otherSecrets(use, secretOf)]);
  },
};

/** A TLS secret as one object uses it. */
interface Use {
  readonly subject: Manifest;
  readonly path: Breach['path'];

  /** Namespace and name of the secret. */
  readonly secret: string;

  readonly hosts: readonly string[];
}

interface CertificateFields {
  readonly spec?: { readonly secretName?: string; readonly dnsNames?: readonly string[] };
}

function usesOf(context: PolicyContext): Use[] {
  const ofIngresses = context
    .ofKind(INGRESS)
    .flatMap((subject) =>
      ((subject.object as IngressFields).spec?.tls ?? []).map(({ hosts, secretName }, index) =>
        useOf(subject, ['spec', 'tls', index], secretName, hosts),
      ),
    );
  const ofCertificates = context.ofKind('Certificate.cert-manager.io').map((subject) => {
    const { secretName, dnsNames } = (subject.object as CertificateFields).spec ?? {};
    return useOf(subject, ['spec'], secretName, dnsNames);
  });
  return [...ofIngresses, ...ofCertificates];
}

function useOf(subject: Manifest, at: Breach['path'], secret = '', hosts: readonly string[] = []): Use {
  const { namespace = '' } = subject.object.metadata;
  return { subject, path: [...at, 'secretName'], secret: `${namespace}/${secret}`, hosts: [...hosts].sort() };
}

function otherHosts(use: Use, known: Map<string, Use>): Breach[] {
  const first = known.get(use.secret);
  if (!first) known.set(use.secret, use);
  if (!first || first.hosts.join() === use.hosts.join()) return [];
  return [
    {
      subject: use.subject,
      path: use.path,
      found: use.secret,
      rule: `is for ${use.hosts.join(', ')} here and for ${first.hosts.join(', ')} in ${nameOf(first.subject)}`,
      fix: 'write a secret of its own for each set of hosts',
    },
  ];
}

function otherSecrets(use: Use, known: Map<string, Use>): Breach[] {
  return use.hosts.flatMap((host) => {
    const first = known.get(host);
    if (!first) known.set(host, use);
    if (!first || first.secret === use.secret) return [];
    return [
      {
        subject: use.subject,
        path: use.path,
        found: use.secret,
        rule: `is a second TLS secret for ${host}, which has ${first.secret} in ${nameOf(first.subject)}`,
        fix: `write ${first.secret.slice(first.secret.indexOf('/') + 1)} here too, in the same namespace`,
      },
    ];
  });
}
