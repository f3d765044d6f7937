import type { Size } from '../fields/quantities.ts';
import type { Path } from '../problem.ts';
import type { Limits } from '../sections/limits.ts';
import type { Timeouts } from '../sections/timeouts.ts';
import type { GuardPlan } from './guards.ts';
import { hostName } from './hosts.ts';
import type { Owner } from './owners.ts';
import type { StatedHost } from './stated-host.ts';

/**
 * A host and the route to what answers there: what stands at the edge, and needs a record and a certificate.
 *
 * It is everything that an Ingress is made from.
 */
export interface HostPlan {
  /** Whole name: `photos.example.org`. */
  readonly host: string;

  readonly owner: Owner;

  /** Namespace of what answers, and so of the Ingress. */
  readonly namespace: string;

  /** `home` is served to nobody but home. */
  readonly exposure: 'public' | 'home';

  readonly guard: GuardPlan;
  readonly backend: BackendPlan;

  /** From where clients may come, and how many requests each may send. */
  readonly limits: Limits;

  /** How long the edge waits; what is not stated is what the edge has for everybody. */
  readonly timeouts: Timeouts;

  /**
   * The largest request body that passes.
   *
   * @default - what the edge has for everybody
   */
  readonly largestBody?: Size | 'any';

  /**
   * Path below which it answers; at the rest of the host nobody does.
   *
   * @default - the whole host
   */
  readonly below?: string;

  /** What answers, in a few words for people. */
  readonly what: string;

  /** The field that made it, for messages. */
  readonly path: Path;
}

/** Where requests end. */
export interface BackendPlan {
  /** Name of the Service, in the namespace of the host. */
  readonly service: string;
  readonly port: number;

  /** How it speaks; with `https` its certificate is not verified. */
  readonly protocol: 'http' | 'https';

  /**
   * Where the Service leads, if that is to no pods but out of the cluster.
   *
   * @default - to pods
   */
  readonly outside?: { readonly address: string; readonly port: number };
}

/** What is known of a host beside what is stated of it. */
export type HostParts = Pick<HostPlan, 'owner' | 'namespace' | 'guard' | 'backend'> &
  Partial<Pick<HostPlan, 'limits' | 'timeouts' | 'largestBody' | 'below'>>;

/** A stated host with all that belongs to it. */
export function hostPlan(domain: string, { written, ...stated }: StatedHost, parts: HostParts): HostPlan {
  return { host: hostName({ domain }, written), limits: {}, timeouts: {}, ...stated, ...parts };
}
