import type { SiteOutputs } from '../outputs.ts';
import type { Site } from '../site.ts';
import { type EdgePlan, edgePlan } from './edge.ts';
import { announcingNetworks, type LoadBalancerPlan, loadBalancers } from './load-balancers.ts';
import { uploadSeconds } from './uploads.ts';

/** The edge: what every route has in common, and what leads to it. */
export interface PlannedEdge extends EdgePlan {
  readonly loadBalancers: readonly LoadBalancerPlan[];

  /** Networks whose load balancers announce the client's address: nobody else is believed. */
  readonly announcing: readonly string[];

  /** Seconds that a client may take to send a request, its body included. */
  readonly uploadSeconds: number;
}

/**
 * The edge of a site with its load balancers.
 *
 * @param outputs what the infrastructure handed over; absent before it is built
 */
export function plannedEdge(site: Site, outputs?: SiteOutputs): PlannedEdge {
  const plans = loadBalancers(site, outputs);
  return {
    ...edgePlan(site),
    loadBalancers: plans,
    announcing: announcingNetworks(plans),
    uploadSeconds: uploadSeconds(site),
  };
}
