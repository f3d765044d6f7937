import { address, type NetworkSizes, network, wireguardKey } from '../fields/networks.ts';
import { port } from '../fields/numbers.ts';
import { listOf, object } from '../fields/object.ts';

/** The network behind NAT that WireGuard joins to the cloud network. */
export interface HomeInput {
  /** Networks at home that the cluster may reach, such as `192.168.4.0/22`. */
  readonly networks: readonly string[];

  /** The WireGuard tunnel between the gateway in the cloud and home. */
  readonly tunnel: TunnelInput;
}

/** The WireGuard tunnel. */
export interface TunnelInput {
  /** Network of the tunnel itself: no other network may overlap it. */
  readonly network: string;

  /** Public key of the home side, as `wg pubkey` prints it. */
  readonly publicKey: string;

  /**
   * Address of the gateway inside the tunnel.
   *
   * @default - the first address of the tunnel's network that the home side does not have
   */
  readonly gateway?: string;

  /**
   * Address of the home side inside the tunnel.
   *
   * @default - the first address of the tunnel's network that the gateway does not have
   */
  readonly home?: string;

  /**
   * UDP port on which the gateway listens.
   *
   * @default 51820
   */
  readonly port?: number;
}

/** The two ends need addresses of their own, beside the first and the last of the network. */
const TUNNEL: NetworkSizes = { largest: 16, smallest: 30, of: 'a tunnel with two ends' };

export const homeSchema = object("{ networks: ['192.168.4.0/22'], tunnel: { network, publicKey } }", {
  networks: listOf('networks', '192.168.4.0/22', network('192.168.4.0/22')),
  tunnel: object("{ network: '192.168.16.0/24', publicKey: '...' }", {
    network: network('192.168.16.0/24', TUNNEL),
    publicKey: wireguardKey,
    gateway: address('192.168.16.1').optional(),
    home: address('192.168.16.2').optional(),
    port: port.default(51820),
  }),
});
