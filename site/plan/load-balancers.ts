import { controllers } from '../../kubernetes/ingress-controllers/index.ts';
import type { SiteOutputs } from '../outputs.ts';
import type { Site } from '../site.ts';
import { subnets } from './subnets.ts';

/** Ports on every node behind which a load balancer finds the edge: fixed, so that the cloud's rules can name them. */
export interface NodePorts {
  readonly http: number;
  readonly https: number;

  /** Answers whether the edge runs on this node. */
  readonly health: number;
}

/**
 * How the edge learns the address of a client: `kept` is the address of the connection itself; `announced` is told by
 * the load balancer in front of each connection (the PROXY protocol, version 2).
 */
export type ClientAddress = 'kept' | 'announced';

/** One of the two load balancers that are free. */
export interface LoadBalancerPlan {
  readonly name: 'edge-public' | 'edge-home';
  readonly kind: Site['edge']['loadBalancer'];

  /** Whether it has a private address only. */
  readonly internal: boolean;

  readonly nodePorts: NodePorts;
  readonly clientAddress: ClientAddress;

  /** Whether the controller answers no connection that comes without an announced address. */
  readonly announcedAlways: boolean;

  /** Network of the subnet in which it lies, as the edge sees its address. */
  readonly network: string;

  /** What the infrastructure built for it; absent before it is built. */
  readonly cloud?: {
    readonly subnet: string;
    readonly securityGroup: string;
    readonly address?: string;
  };
}

/** The ports of each load balancer. */
export const nodePorts: Readonly<Record<LoadBalancerPlan['name'], NodePorts>> = {
  'edge-public': { http: 30_080, https: 30_443, health: 30_081 },
  'edge-home': { http: 30_180, https: 30_543, health: 30_181 },
};

/**
 * The load balancers of a site: the public one, and with a home the other free one inside the cloud network, where
 * home comes in through the tunnel.
 *
 * @param outputs what the infrastructure handed over; absent before it is built
 */
export function loadBalancers(site: Pick<Site, 'edge' | 'cloud' | 'home'>, outputs?: SiteOutputs): LoadBalancerPlan[] {
  const { loadBalancer } = site.edge;
  const all = [publicOne(site, loadBalancer, outputs)];
  return site.home ? [...all, homeOne(site, otherThan(loadBalancer), outputs)] : all;
}

/** Networks from which the edge believes an announced client address: those of the load balancers that announce one. */
export function announcingNetworks(plans: readonly LoadBalancerPlan[]): string[] {
  return plans.filter(({ clientAddress }) => clientAddress === 'announced').map(({ network }) => network);
}

type Kind = LoadBalancerPlan['kind'];

function publicOne({ cloud, edge }: Pick<Site, 'cloud' | 'edge'>, kind: Kind, outputs?: SiteOutputs): LoadBalancerPlan {
  const { subnet, securityGroup, address } = outputs?.loadBalancer ?? {};
  return {
    name: 'edge-public',
    kind,
    internal: false,
    nodePorts: nodePorts['edge-public'],
    clientAddress: clientAddress(kind, edge.controller),
    announcedAlways: controllers[edge.controller].announcedAlways,
    network: subnets(cloud.network).public,
    ...(subnet && securityGroup && { cloud: { subnet, securityGroup, ...(address && { address }) } }),
  };
}

/** It lies among the nodes: their subnet has the route home, the public one has none. */
function homeOne({ cloud, edge }: Pick<Site, 'cloud' | 'edge'>, kind: Kind, outputs?: SiteOutputs): LoadBalancerPlan {
  return {
    name: 'edge-home',
    kind,
    internal: true,
    nodePorts: nodePorts['edge-home'],
    clientAddress: clientAddress(kind, edge.controller),
    announcedAlways: controllers[edge.controller].announcedAlways,
    network: subnets(cloud.network).nodes,
    ...(outputs && {
      cloud: { subnet: outputs.nodes.subnet, securityGroup: outputs.loadBalancer.securityGroup },
    }),
  };
}

function otherThan(kind: Kind): Kind {
  return kind === 'network' ? 'flexible' : 'network';
}

/**
 * A network load balancer passes packets on with the address of the client; a flexible one opens connections of its own.
 *
 * ingress-nginx takes announced addresses on all of its connections or on none, so there both announce.
 */
function clientAddress(kind: Kind, controller: Site['edge']['controller']): ClientAddress {
  return kind === 'network' && !controllers[controller].announcedAlways ? 'kept' : 'announced';
}
