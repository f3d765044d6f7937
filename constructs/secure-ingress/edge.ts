import type { IngressController } from '../../kubernetes/ingress-controllers/index.ts';

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
