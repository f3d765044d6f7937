import type { Size } from 'cdk8s';
import type { EdgeOptions, Exposure, Guard, SecureIngressProps, Timeouts } from '../secure-ingress/index.ts';

/** Something that runs at home and is reached through the cluster. */
export interface HomeServiceProps {
  /**
   * The edge that leads to it.
   *
   * @default - Traefik with the class `nginx` and a certificate of its own: see `EdgeOptions`
   */
  readonly edge?: EdgeOptions;

  /** Name of the service. Pods find it as `<name>.<namespace>`. */
  readonly name: string;

  /** Where it listens, in the home networks: an IPv4 address and a port. */
  readonly endpoint: { readonly address: string; readonly port: number };

  /** How it speaks; with `https` its certificate is not verified. */
  readonly protocol: 'http' | 'https';

  /** Whole host: `photos.example.org`. */
  readonly host: string;

  /** From where it is reached. */
  readonly exposure: Exposure;

  /** What identifies clients before a request gets to it. */
  readonly guard: Guard;

  /**
   * The largest request body that passes.
   *
   * @default - any, passed on as it comes
   */
  readonly largestUpload?: Size;

  /**
   * How long the edge waits for it.
   *
   * @default - 2 seconds for a connection, 60 for an answer; an hour of silence with Traefik
   */
  readonly timeouts?: Timeouts;

  /**
   * From where clients may come, and how many requests each may send.
   *
   * @default - everybody that the exposure admits, any amount
   */
  readonly limits?: Pick<SecureIngressProps, 'allowedSources' | 'blockedSources' | 'rateLimit'>;
}
