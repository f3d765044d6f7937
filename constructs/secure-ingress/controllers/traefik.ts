import { NOT_HONOURED } from '../../../site/plan/edge.ts';
import { annotations } from './annotations.ts';
import type { Adapter } from './demands.ts';

/** Traefik with its provider for the annotations of ingress-nginx. */
export const traefik: Adapter = {
  name: 'traefik',
  honours: Object.fromEntries(
    Object.entries(annotations).filter(([feature]) => !NOT_HONOURED.traefik.includes(feature)),
  ),
};
