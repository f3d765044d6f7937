import type { Build } from '../folder.ts';
import { edgeTargets } from './application.ts';
import { Edge } from './edge.ts';

export { Edge } from './edge.ts';
export { traefikFlags } from './traefik/flags.ts';
export { traefikValues } from './traefik/values.ts';

/** The class of all Ingresses, and the load balancers that lead to the controller. */
export const buildEdge: Build = (chart, { edge }) => {
  new Edge(chart, 'Edge', { loadBalancers: edge.loadBalancers, targets: edgeTargets(edge.controller) });
};
