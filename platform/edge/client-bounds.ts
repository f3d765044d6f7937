/**
 * The most that one connection may hold of the edge, whichever controller runs: without a bound, a stranger's few hundred
 * kilobytes would fill the memory of the process that serves everybody. How many connections there may be, nodes know
 * (`site/plan/connections.ts`). `docs/edge.md` has the measurements.
 */
export const CLIENT_BOUNDS = {
  /** Kibibytes of a request's headers, cookies among them; more gets 431. As many as nginx takes: four times eight. */
  headerKibibytes: 32,

  /**
   * Requests at a time over one HTTP/2 connection. RFC 9113, section 6.5.2, advises at least 100, for speed; each can
   * hold all of its headers, so these are as many as the memory of Traefik bears on all of the connections that there may
   * be, and more than twice what HTTP/1.1 browsers use.
   */
  streams: 16,

  /** Seconds for which a connection without a request stays open: what nginx gives it. */
  idleSeconds: 75,
} as const;
