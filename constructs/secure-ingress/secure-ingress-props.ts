import type { Service } from 'cdk8s-plus-27';
import type { EdgeOptions } from './edge.ts';
import type { BodyLimit, RateLimit, Redirect, Timeouts } from './limits.ts';

/** Where requests end. */
export interface Backend {
  /** The Service, or the name of one in the same namespace that a Helm chart makes. */
  readonly service: Service | string;

  /**
   * Whether another chart of the same app makes the Service that is named.
   *
   * @default false
   */
  readonly elsewhere?: boolean;

  /**
   * Port of the Service.
   *
   * @default - the one that it has; a Service that a Helm chart makes, or one with several ports, has none by default
   */
  readonly port?: number;

  /**
   * Address and port behind the Service, where it leads to no pods: `192.168.4.20:2283`.
   *
   * @default - none: pods come and go
   */
  readonly endpoint?: string;
}

/** One service and the route to it from outside. */
export interface SecureIngressProps {
  /** Whole host name: `photos.example.org`. */
  readonly host: string;

  /** What answers. */
  readonly backend: Backend;

  /** What stands in front of it. Needed, so that nothing is open by an oversight: `Guard.none()` is an answer too. */
  readonly guard: Guard;

  /**
   * The edge that leads to it.
   *
   * @default - Traefik with the class `nginx`, without an issuer, a home and a sign-on: see `EdgeOptions`
   */
  readonly edge?: EdgeOptions;

  /**
   * Who may reach it.
   *
   * @default Exposure.PUBLIC
   */
  readonly exposure?: Exposure;

  /**
   * Name of the Ingress, of its Certificate and of what belongs to them.
   *
   * @default - the name of the backend's Service
   */
  readonly name?: string;

  /**
   * Path below which the backend answers; at the rest of the host nobody does.
   *
   * @default /
   */
  readonly path?: string;

  /**
   * Further hosts that answer in the same way.
   *
   * @default - none
   */
  readonly otherHosts?: readonly string[];

  /**
   * Paths below which something else answers, such as `/api`.
   *
   * @default - none: the backend answers everything
   */
  readonly paths?: Readonly<Record<string, Backend>>;

  /**
   * Paths that lead elsewhere, past the guard. With ingress-nginx they answer everybody, so that a host with
   * an exposure or with allowed sources has none there.
   *
   * @default - none
   */
  readonly redirects?: Readonly<Record<string, Redirect>>;

  /**
   * Whether `www.` in front of the host leads to it.
   *
   * @default false
   */
  readonly www?: boolean;

  /**
   * How the backend speaks: with `https` its certificate is not verified, since inside the cluster it is mostly self-signed.
   *
   * @default http
   */
  readonly protocol?: 'http' | 'https';

  /**
   * The largest request body that passes.
   *
   * @default BodyLimit.of(Size.mebibytes(8))
   */
  readonly bodyLimit?: BodyLimit;

  /**
   * How long the edge waits for the service.
   *
   * @default - 2 seconds for a connection, 60 for an answer, an hour of silence where that is a time of its own
   */
  readonly timeouts?: Timeouts;

  /**
   * How many requests one client may send.
   *
   * @default - any number
   */
  readonly rateLimit?: RateLimit;

  /**
   * Networks whose clients are not counted against the rate limit.
   *
   * @default - none
   */
  readonly rateExempt?: readonly string[];

  /**
   * Networks from which clients may come; with `Exposure.HOME` they must lie in the home networks.
   *
   * @default - everywhere; with Exposure.HOME the home networks and the tunnel
   */
  readonly allowedSources?: readonly string[];

  /**
   * Networks from which clients may not come.
   *
   * @default - none
   */
  readonly blockedSources?: readonly string[];

  /**
   * Kibibytes a second that one connection gets.
   *
   * @default - as many as there are
   */
  readonly bandwidth?: number;
}

/** Who may reach a service. */
export enum Exposure {
  /** Everybody, through the public load balancer. */
  PUBLIC = 'public',

  /** Home only: addresses of the home networks and of the tunnel; everybody else is refused. */
  HOME = 'home',

  /** Nobody outside the cluster: there is no route through the edge at all, and no object. */
  CLUSTER = 'cluster',
}

/** What stands in front of a service and identifies people. */
export type Guard =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'basic' } & Required<BasicOptions>)
  | ({ readonly kind: 'sign-on' } & Required<SignOnOptions>);

/** A password file. */
export interface BasicOptions {
  /** Name of the Secret in the namespace of the service; its key `auth` holds an htpasswd file. */
  readonly secret: string;

  /**
   * Text that the browser shows when it asks for the password.
   *
   * @default Private
   */
  readonly realm?: string;
}

/** Who of those that signed on may pass. */
export interface SignOnOptions {
  /**
   * Groups of which one suffices, as the provider names them; teams of GitHub are `organisation:team`.
   *
   * @default - any
   */
  readonly groups?: readonly string[];

  /**
   * Mail addresses of which one suffices.
   *
   * @default - any
   */
  readonly mails?: readonly string[];
}

export const Guard = {
  /** No guard: for what protects itself, or is meant for everybody. */
  none: (): Guard => ({ kind: 'none' }),

  /** A user and a password. Without its Secret the service is not served at all. */
  basic: ({ secret, realm = 'Private' }: BasicOptions): Guard => ({ kind: 'basic', secret, realm }),

  /** The sign-on of the edge. While it does not answer, nobody passes. */
  signOn: ({ groups = [], mails = [] }: SignOnOptions = {}): Guard => ({ kind: 'sign-on', groups, mails }),
} as const;
