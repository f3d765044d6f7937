import type { Duration, Size } from 'cdk8s';

/** The largest request body that passes. */
export type BodyLimit = { readonly mebibytes: number } | 'none';

export const BodyLimit = {
  /** Larger ones get 413. The edge takes the whole body in before it passes it on, so it needs that much disk. */
  of: (size: Size): BodyLimit => ({ mebibytes: size.toMebibytes() }),

  /** Any size, passed on as it comes: for uploads of gigabytes and for streams. */
  none: (): BodyLimit => 'none',
} as const;

/** Largest body, in mebibytes, that may be kept for a second try. */
const KEPT_FOR_A_SECOND_TRY = 16;

/**
 * Whether a request whose backend does not answer goes to another one. Traefik keeps the whole body in memory for that:
 * with large bodies a few clients would fill it, so those get one try.
 */
export function isTriedTwice(limit: BodyLimit): boolean {
  return limit !== 'none' && limit.mebibytes <= KEPT_FOR_A_SECOND_TRY;
}

/** How many requests one client may send. */
export interface RateLimit {
  readonly requests: number;
  readonly per: 'second' | 'minute';
}

/** Short bursts of five times the rate pass; beyond them the answer is 429. Wrong passwords count. */
export const RateLimit = {
  perSecond: (requests: number): RateLimit => ({ requests, per: 'second' }),
  perMinute: (requests: number): RateLimit => ({ requests, per: 'minute' }),
} as const;

/** How long the edge waits for the service, in whole seconds. */
export interface Timeouts {
  /**
   * For a connection. When it is over, another pod is tried, and where there is none the client gets 504.
   *
   * @default Duration.seconds(2)
   */
  readonly connect?: Duration;

  /**
   * For the next byte while a WebSocket is open.
   *
   * It is a time of its own only with Traefik and a backend whose address is known; elsewhere it is one with `answer`.
   *
   * @default - an hour; where it is one with `answer`, as long as that
   */
  readonly idle?: Duration;

  /**
   * For the first byte of an answer, and for the service to take the next byte of a request. 504 when it is over.
   *
   * @default - 60 seconds; where it is one with `idle`, as long as that
   */
  readonly answer?: Duration;
}

/** Where a path leads instead. */
export interface Redirect {
  readonly to: string;
  readonly permanent: boolean;
}

export const Redirect = {
  /** For good: browsers remember it (301). */
  permanent: (to: string): Redirect => ({ to, permanent: true }),

  /** For now (302). */
  temporary: (to: string): Redirect => ({ to, permanent: false }),
} as const;
