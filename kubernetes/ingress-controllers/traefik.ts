import type { ControllerFacts } from './controller.ts';

/** Traefik, with its provider for the annotations of ingress-nginx and routes of its own in a file. */
export const traefik: ControllerFacts = {
  // The documentation of v3.7 lists it under "Unsupported annotations".
  unsupported: ['rateExempt', 'blockedSources', 'bandwidth'],
  tellsWaitsApart: true,
  passwordBeforeRate: true,
  redirectsEverybody: false,
  // Without an announcement the address of the connection is that of the client.
  announcedAlways: false,
};
