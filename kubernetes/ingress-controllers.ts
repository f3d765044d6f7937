/** A controller that reads the annotations of ingress-nginx; Traefik does by its provider for them. */
export type IngressController = 'traefik' | 'ingress-nginx';

/**
 * What an Ingress can demand and a controller leaves out without a word, so that it is refused instead.
 *
 * Traefik's documentation of v3.7 lists it under "Unsupported annotations".
 */
export const UNSUPPORTED: Readonly<Record<IngressController, readonly string[]>> = {
  traefik: ['rateExempt', 'blockedSources', 'bandwidth'],
  'ingress-nginx': [],
};
