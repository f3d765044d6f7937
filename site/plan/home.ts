import type { Site } from '../site.ts';
import { homeNetworks } from './home-networks.ts';
import type { HostPlan } from './host-plan.ts';
import { type Tunnel, tunnelAddresses } from './tunnel.ts';

/** The networks behind NAT that the tunnel joins to the cloud network. */
export interface HomePlan {
  /** Networks at home. */
  readonly networks: readonly string[];

  /** The tunnel, with an address for each of its ends. */
  readonly tunnel: TunnelPlan;

  /** Networks on the far side of the gateway: home itself and the tunnel. */
  readonly behind: readonly string[];

  /** Machines that give out metrics, by name: `{ nas: '192.168.4.10:9100' }`. */
  readonly targets: Readonly<Record<string, string>>;

  /** What runs there and is published, by name. */
  readonly services: Readonly<Record<string, HostPlan>>;
}

/** The tunnel: stated, or the first addresses of its network for its ends. */
export type TunnelPlan = Tunnel & { readonly gateway: string; readonly home: string };

/** The home of a site, if it has one. */
export function homePlan(home: Site['home'], services: HomePlan['services']): HomePlan | undefined {
  if (!home) return undefined;
  const { networks, tunnel, targets = {} } = home;
  return { networks, tunnel: { ...tunnel, ...tunnelAddresses(tunnel) }, behind: homeNetworks(home), targets, services };
}
