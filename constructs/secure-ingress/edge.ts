import { Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  Certificate,
  CertificateSpecPrivateKeyAlgorithm,
  CertificateSpecPrivateKeyRotationPolicy,
} from '../../imports/cert-manager.io.ts';
import type { IngressController } from '../../kubernetes/ingress-controllers/index.ts';
import { type Labels, labelsOf } from '../../kubernetes/labels.ts';

/** What all routes into a cluster have in common. */
export interface EdgeOptions {
  /**
   * The controller that reads the Ingresses. Traefik must run its provider for the annotations of ingress-nginx
   * (`providers.kubernetesIngressNGINX`): its plain one leaves out guards without a word.
   *
   * @default traefik
   */
  readonly controller?: IngressController;

  /**
   * Name of the class by which Ingresses choose the controller. It must never be one that a controller answers to which
   * does not read the annotations of ingress-nginx: it would serve the hosts without their guards.
   *
   * @default nginx, which ingress-nginx and that provider of Traefik answer to by themselves
   */
  readonly ingressClass?: string;

  /**
   * Who signs the certificates, through cert-manager: an issuer, or the name of a ClusterIssuer.
   *
   * @default - nobody: the controller shows a certificate of its own
   */
  readonly issuer?: Issuer | string;

  /**
   * Whether answers tell browsers to come by HTTPS only, for a year. Right as soon as browsers trust the issuer.
   *
   * @default false
   */
  readonly strictTransport?: boolean;

  /**
   * Networks whose addresses count as home, in CIDR notation.
   *
   * @default - none, so that nothing can have Exposure.HOME
   */
  readonly homeNetworks?: readonly string[];

  /**
   * Where the edge checks whether somebody is signed on.
   *
   * @default - nowhere, so that nothing can have Guard.signOn()
   */
  readonly signOn?: SignOnCheck | undefined;
}

/** An issuer of cert-manager. */
export interface Issuer {
  readonly kind: 'ClusterIssuer' | 'Issuer';
  readonly name: string;

  /**
   * What the names of the Secrets with its certificates end in.
   *
   * @default - its name
   */
  readonly suffix?: string;
}

export const Issuer = {
  /** One for the whole cluster. */
  ofCluster: (name: string): Issuer => ({ kind: 'ClusterIssuer', name }),

  /** One in the namespace of the chart. */
  ofNamespace: (name: string): Issuer => ({ kind: 'Issuer', name }),
} as const;

/** A sign-on, as the edge reaches it. */
export interface SignOnCheck {
  /** Address inside the cluster that answers 202 for who is signed on, else 401 or 403. */
  readonly check: string;

  /** Address outside at which a browser signs on; the edge adds where it came from. */
  readonly signIn: string;

  /** Headers of the answer that are passed on to the service. A client's own headers of these names are dropped. */
  readonly headers: readonly string[];
}

/** An edge of which everything is known. */
export interface Edge extends Required<Omit<EdgeOptions, 'issuer' | 'signOn'>> {
  readonly issuer: Issuer | undefined;
  readonly signOn: SignOnCheck | undefined;
}

/** An edge with what holds where nothing is said. */
export function edgeFrom(options: EdgeOptions = {}): Edge {
  const {
    controller = 'traefik',
    ingressClass = 'nginx',
    issuer,
    strictTransport = false,
    homeNetworks = [],
  } = options;
  const signer = typeof issuer === 'string' ? Issuer.ofCluster(issuer) : issuer;
  return { controller, ingressClass, issuer: signer, strictTransport, homeNetworks, signOn: options.signOn };
}

/** What a certificate is for. */
export interface HostsCertificate {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly issuer: Issuer;
  readonly labels: Labels;
}

/**
 * Asks cert-manager for a certificate and answers the name of the Secret that will hold it.
 *
 * The name carries the issuer: after a change of the issuer the new one does not exist yet, so that
 * it is issued at once, and nobody deletes a Secret by hand.
 */
export function certificateFor(scope: Construct, { name, hosts, issuer, labels }: HostsCertificate): string {
  const secretName = `${name}-tls-${issuer.suffix ?? issuer.name}`;
  new Certificate(scope, 'Certificate', {
    metadata: { name, labels },
    spec: {
      secretName,
      dnsNames: [...hosts],
      issuerRef: { group: 'cert-manager.io', kind: issuer.kind, name: issuer.name },
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

/** Name of the header by which a browser remembers to ask by HTTPS only. */
export const STRICT_TRANSPORT_SECURITY = 'Strict-Transport-Security';

/** A year in seconds: what browsers and their preload lists take for serious. */
const YEAR = 31_536_000;

const ID = 'Answer headers';

/**
 * The headers that every answer of the folder's hosts carries, made once a folder.
 *
 * Other hosts of the domain are left out of it: whether they speak HTTPS is not for this folder to say.
 */
export class AnswerHeaders extends Construct {
  /** `namespace/name` of the ConfigMap, as controllers want it. */
  readonly reference: string;

  /** The headers of the chart in which a construct lies. */
  static of(scope: Construct): AnswerHeaders {
    const chart = Chart.of(scope);
    return (chart.node.tryFindChild(ID) as AnswerHeaders | undefined) ?? new AnswerHeaders(chart);
  }

  private constructor(chart: Chart) {
    super(chart, ID);
    if (!chart.namespace) throw new Error(nowhere(chart));
    const name = `${chart.node.id}-answer-headers`;
    this.reference = `${chart.namespace}/${name}`;
    new ConfigMap(this, 'Resource', {
      metadata: { name, labels: labelsOf({ name, component: 'edge', folder: chart.node.id }) },
      data: { [STRICT_TRANSPORT_SECURITY]: `max-age=${YEAR}` },
    });
  }
}

function nowhere({ node }: Chart): string {
  return `SecureIngress: the chart '${node.id}' has no namespace, where the headers of 'edge.strictTransport' would lie`;
}
