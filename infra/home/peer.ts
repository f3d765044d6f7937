import { type PlanWithHome, prefixOf, TUNNEL_MTU } from '../../site/plan/index.ts';

/** Name of the tunnel on the machines at home. */
export const NAME = 'armstead';

/** One end of the tunnel outside the cloud: the home side, or a single device. */
export interface Peer {
  /** `home`, or the name of the device. */
  readonly name: string;

  /** Address inside the tunnel. */
  readonly address: string;

  /** Length of the prefix of the tunnel's network. */
  readonly prefix: number;
  readonly publicKey: string;
  readonly mtu: number;
  readonly gateway: GatewayEnd;
}

/** The gateway as a peer sees it. */
export interface GatewayEnd {
  readonly publicKey: string;
  readonly address: string;
  readonly port: number;

  /** Networks that the peer sends into the tunnel. */
  readonly networks: readonly string[];
}

/** Seconds between two signs of life, so that the NAT in front of a peer keeps its way open. */
export const KEEPALIVE_SECONDS = 25;

/** The gateway's public face: its address and its WireGuard key. */
export type GatewayFace = Pick<GatewayEnd, 'address' | 'publicKey'>;

/** The home side and every device of a site, by name. */
export function peers({ cloud, home }: PlanWithHome, face: GatewayFace): Peer[] {
  const { tunnel } = home;
  const common = { prefix: prefixOf(tunnel.network), mtu: TUNNEL_MTU };
  const gateway = { ...face, port: tunnel.port, networks: [cloud.network, tunnel.network] };
  const devices = Object.entries(tunnel.devices).map(([name, device]) => ({
    name,
    ...common,
    ...device,
    gateway: { ...gateway, networks: [...gateway.networks, ...home.networks] },
  }));
  return [{ name: 'home', address: tunnel.home, publicKey: tunnel.publicKey, ...common, gateway }, ...devices];
}
