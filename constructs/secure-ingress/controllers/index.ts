import type { EdgePlan } from '../../../site/plan/edge.ts';
import type { Adapter } from './demands.ts';
import { ingressNginx } from './ingress-nginx.ts';
import { traefik } from './traefik.ts';

/** The adapter of each controller that a site may choose. */
export const adapters: Readonly<Record<EdgePlan['controller'], Adapter>> = { traefik, 'ingress-nginx': ingressNginx };

export { ONLY_HTTPS } from './annotations.ts';
export { type Adapter, annotationsFor, type Demands, type Feature, lacking } from './demands.ts';
