import type { Site } from '../site.ts';
import { homeNetworks } from './home-networks.ts';

/** What a route leads to. */
export type RouteTarget = 'internet-gateway' | 'nat-gateway' | 'service-gateway' | 'gateway';

/** One rule of a route table. */
export interface Route {
  /** Network in CIDR notation, or `services`: Oracle's own services in the region. */
  readonly destination: string;
  readonly target: RouteTarget;
  readonly why: string;
}

/** The route tables, one a subnet. */
export type Routes = Readonly<Record<'public' | 'nodes' | 'endpoint', readonly Route[]>>;

const EVERYWHERE = '0.0.0.0/0';

/**
 * Routes of the three subnets.
 *
 * The public subnet has no route home: what is published passes through the cluster.
 */
export function routes({ cloud, home }: Pick<Site, 'cloud' | 'home'>): Routes {
  const homewards = homeNetworks(home).map(
    (destination): Route => ({ destination, target: 'gateway', why: 'home, through the tunnel' }),
  );
  const inside = [...outwards(cloud.nat), ...homewards];
  return {
    public: [{ destination: EVERYWHERE, target: 'internet-gateway', why: 'the internet' }],
    nodes: inside,
    endpoint: inside,
  };
}

function outwards(nat: Site['cloud']['nat']): Route[] {
  if (nat === 'gateway-instance') {
    return [{ destination: EVERYWHERE, target: 'gateway', why: 'the internet, through the machine of the tunnel' }];
  }
  return [
    { destination: EVERYWHERE, target: 'nat-gateway', why: 'the internet, outwards only' },
    { destination: 'services', target: 'service-gateway', why: "Oracle's services, without the internet" },
  ];
}
