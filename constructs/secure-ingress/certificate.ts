import type { Construct } from 'constructs';
import {
  Certificate,
  CertificateSpecPrivateKeyAlgorithm,
  CertificateSpecPrivateKeyRotationPolicy,
} from '../../imports/cert-manager.io.ts';
import { type EdgePlan, issuerName } from '../../site/plan/edge.ts';
import type { Labels } from '../../site/plan/labels.ts';

/** What a certificate is for. */
export interface HostsCertificate {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly certificates: EdgePlan['certificates'];
  readonly labels: Labels;
}

/**
 * Asks cert-manager for a certificate and answers the name of the Secret that will hold it.
 *
 * The name carries the issuer: after a change between staging and production the new one does not exist yet, so that
 * it is issued at once, and nobody deletes a Secret by hand.
 */
export function certificateFor(scope: Construct, { name, hosts, certificates, labels }: HostsCertificate): string {
  const secretName = `${name}-tls-${certificates}`;
  new Certificate(scope, 'Certificate', {
    metadata: { name, labels },
    spec: {
      secretName,
      dnsNames: [...hosts],
      issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: issuerName(certificates) },
      privateKey: {
        algorithm: CertificateSpecPrivateKeyAlgorithm.ECDSA,
        size: 256,
        rotationPolicy: CertificateSpecPrivateKeyRotationPolicy.ALWAYS,
      },
      revisionHistoryLimit: 2,
    },
  });
  return secretName;
}
