import type { Duration, Size } from 'cdk8s';

/** The largest request body that passes. */
export type BodyLimit = { readonly mebibytes: number } | 'none';

export const BodyLimit = {
  /** Larger ones get 413. The edge takes the whole body in before it passes it on, so it needs that much disk. */
  of: (size: Size): BodyLimit => ({ mebibytes: size.toMebibytes() }),

  /** Any size, passed on as it comes: for uploads of gigabytes and for streams. */
  none: (): BodyLimit => 'none',
} as const;

/** How many requests one client may send. */
export interface RateLimit {
  readonly requests: number;
  readonly per: 'second' | 'minute';
}

/** Short bursts of five times the rate pass; beyond them the answer is 429. */
export const RateLimit = {
  perSecond: (requests: number): RateLimit => ({ requests, per: 'second' }),
  perMinute: (requests: number): RateLimit => ({ requests, per: 'minute' }),
} as const;

/** How long the edge waits for the service. */
export interface Timeouts {
  /**
   * For a connection.
   *
   * @default Duration.seconds(5)
   */
  readonly connect?: Duration;

  /**
   * For the next byte of an answer, and for the service to take the next byte of a request.
   *
   * @default Duration.seconds(60)
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
