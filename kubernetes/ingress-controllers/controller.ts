/** What a controller that reads the annotations of ingress-nginx makes of them. */
export interface ControllerFacts {
  /** What an Ingress can demand and it leaves out without a word, so that it is refused instead. */
  readonly unsupported: readonly string[];

  /** Whether it can wait for the first byte of an answer and for the next one for different times. */
  readonly tellsWaitsApart: boolean;

  /** Whether it looks at a password before it looks at the rate, so that guesses are not bounded by it. */
  readonly passwordBeforeRate: boolean;

  /** Whether a redirect answers those too who are not let in. */
  readonly redirectsEverybody: boolean;

  /** Whether it takes announced addresses on all of its connections or on none. */
  readonly announcedAlways: boolean;

  /**
   * When its development ended, and the newest Kubernetes with which its last release was tested.
   *
   * @default - it is maintained
   */
  readonly retired?: { readonly since: string; readonly newestKubernetes: `1.${number}` };
}
