import { annotations } from './annotations.ts';
import type { Adapter } from './demands.ts';

/** What Traefik does not honour, as its documentation of v3.7 lists it under "Unsupported annotations". */
const { rateExempt: _exempt, blockedSources: _blocked, bandwidth: _bandwidth, ...honours } = annotations;

/** Traefik with its provider for the annotations of ingress-nginx. */
export const traefik: Adapter = { name: 'traefik', honours };
