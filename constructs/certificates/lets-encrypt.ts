import { Construct } from 'constructs';
import { ClusterIssuer } from '../../imports/cert-manager.io.ts';
import type { Site } from '../../site/index.ts';
import { EDGE_CLASS, issuerName } from '../../site/plan/edge.ts';
import { MANAGED_BY } from '../../site/plan/labels.ts';
import { PLATFORM_PRIORITY } from '../../site/plan/priorities.ts';
import { healthIgnored } from '../delivery/ignored-health.ts';

/** Where each of Let's Encrypt's two environments takes orders. */
const DIRECTORIES: Readonly<Record<Site['certificates'], string>> = {
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
  production: 'https://acme-v02.api.letsencrypt.org/directory',
};

/** The pod that answers a challenge, and how requests find it. */
const ANSWER = {
  ingressClassName: EDGE_CLASS,
  serviceType: 'ClusterIP',
  podTemplate: { spec: { priorityClassName: PLATFORM_PRIORITY } },
} as const;

/** Whom certificates come from. */
export interface LetsEncryptProps {
  /** Mail address of the account. */
  readonly contact: string;

  /** The issuer that the site uses; nothing waits for the other one. */
  readonly used: Site['certificates'];
}

/**
 * Let's Encrypt as two issuers, `letsencrypt-staging` and `letsencrypt-production`.
 *
 * A host proves itself by HTTP: the answer to the challenge gets an Ingress of its own for one exact path, so that no
 * guard of the host stands in its way. Both issuers are always there; which one signs is told by each certificate.
 */
export class LetsEncrypt extends Construct {
  constructor(scope: Construct, id: string, { contact, used }: LetsEncryptProps) {
    super(scope, id);
    for (const certificates of ['staging', 'production'] as const) {
      const name = issuerName(certificates);
      const issuer = new ClusterIssuer(this, name, {
        metadata: { name, labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } },
        spec: {
          acme: {
            email: contact,
            server: DIRECTORIES[certificates],
            privateKeySecretRef: { name: `${name}-account` },
            solvers: [{ http01: { ingress: ANSWER } }],
          },
        },
      });
      if (certificates !== used) healthIgnored(issuer);
    }
  }
}
