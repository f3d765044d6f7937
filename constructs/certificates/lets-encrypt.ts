import { Construct } from 'constructs';
import { ClusterIssuer } from '../../imports/cert-manager.io.ts';
import { MANAGED_BY } from '../../kubernetes/labels.ts';
import { clusterScoped } from '../cluster-scoped.ts';

/** Where each of Let's Encrypt's two environments takes orders. */
const DIRECTORIES = {
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
  production: 'https://acme-v02.api.letsencrypt.org/directory',
} as const;

/** One of Let's Encrypt's two environments; certificates of `staging` are trusted by nobody. */
export type LetsEncryptEnvironment = keyof typeof DIRECTORIES;

const NAMES = { staging: 'letsencrypt-staging', production: 'letsencrypt-production' } as const;

/** Whom certificates come from. */
export interface LetsEncryptProps {
  /** Mail address of the account. */
  readonly contact: string;

  /**
   * Names of the two issuers.
   *
   * @default letsencrypt-staging and letsencrypt-production
   */
  readonly names?: Readonly<Record<LetsEncryptEnvironment, string>>;

  /**
   * Class of the Ingress by which a host proves itself: that of its other Ingresses.
   *
   * @default nginx
   */
  readonly ingressClass?: string;

  /**
   * Priority class of the pod that answers a challenge.
   *
   * @default - none
   */
  readonly priority?: string;
}

/**
 * Let's Encrypt as two issuers.
 *
 * A host proves itself by HTTP: the answer to the challenge gets an Ingress of its own for one exact path, so that no
 * guard of the host stands in its way. Both issuers are always there; which one signs is told by each certificate.
 */
export class LetsEncrypt extends Construct {
  /** The issuer of each environment, as the API server sees it; a SecureIngress takes its name. */
  readonly issuers: Readonly<Record<LetsEncryptEnvironment, ClusterIssuer>>;

  constructor(scope: Construct, id: string, props: LetsEncryptProps) {
    super(scope, id);
    this.issuers = { staging: this.define('staging', props), production: this.define('production', props) };
  }

  private define(environment: LetsEncryptEnvironment, props: LetsEncryptProps): ClusterIssuer {
    const { contact, names = NAMES, ingressClass = 'nginx', priority } = props;
    const name = names[environment];
    const answer = {
      ingressClassName: ingressClass,
      serviceType: 'ClusterIP',
      ...(priority && { podTemplate: { spec: { priorityClassName: priority } } }),
    };
    const issuer = new ClusterIssuer(this, name, {
      metadata: { name, labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } },
      spec: {
        acme: {
          email: contact,
          server: DIRECTORIES[environment],
          privateKeySecretRef: { name: `${name}-account` },
          solvers: [{ http01: { ingress: answer } }],
        },
      },
    });
    clusterScoped(issuer);
    return issuer;
  }
}
