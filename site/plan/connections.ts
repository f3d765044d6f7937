/**
 * Connections from the internet that the edge has at a time; nodes refuse more. `docs/edge.md` has the measurements, and
 * `npm run test:edge` holds as many as these with everything that one can hold.
 */
export const CONNECTIONS = {
  /** From one address: an office of fifty people whose browsers have six each, as with HTTP/1.1, and some more. */
  ofOneAddress: 320,

  /** From all addresses together: two such offices, and no more than the memory of the edge bears. */
  together: 640,
} as const;
