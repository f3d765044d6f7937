/**
 * The most that one client may hold of the edge, whichever controller runs: without a bound, a stranger's few hundred
 * kilobytes would fill the memory of the process that serves everybody. `docs/edge.md` has the measurements.
 */
export const CLIENT_BOUNDS = {
  /** Kibibytes of a request's headers, cookies among them; more gets 431. As many as nginx takes: four times eight. */
  headerKibibytes: 32,

  /**
   * Requests at a time over one HTTP/2 connection. RFC 9113, section 6.5.2, advises at least 100, for speed; each can
   * hold all of its headers, so these are as many as a small machine can give, and five times what HTTP/1.1 browsers use.
   */
  streams: 32,

  /** Seconds for which a connection without a request stays open: what nginx gives it. */
  idleSeconds: 75,
} as const;
