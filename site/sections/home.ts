import { dnsLabel } from '../fields/names.ts';
import {
  address,
  anyNetwork,
  endpoint,
  type NetworkSizes,
  network,
  ofTheInternet,
  somebodys,
} from '../fields/networks.ts';
import { port } from '../fields/numbers.ts';
import { listOf, named, object } from '../fields/object.ts';
import { oneOf } from '../fields/text.ts';
import { EXAMPLE_WIREGUARD_KEY, wireguardKey } from '../fields/wireguard-key.ts';
import { type HomeServiceInput, homeServicesSchema } from './home-services.ts';

/** The network behind NAT that WireGuard joins to the cloud network. */
export interface HomeInput {
  /** Networks at home that the cluster may reach, such as `192.168.4.0/22`. */
  readonly networks: readonly string[];

  /** The WireGuard tunnel between the gateway in the cloud and home. */
  readonly tunnel: TunnelInput;

  /**
   * What runs at home and is reached through the cluster, under names of your choice.
   *
   * @default - none
   */
  readonly services?: Readonly<Record<string, HomeServiceInput>>;

  /**
   * Machines at home whose metrics are kept, each under a name of your choice: `{ nas: '192.168.4.10:9100' }`.
   *
   * @default - none
   */
  readonly targets?: Readonly<Record<string, string>>;
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

  /**
   * Public address of the gateway: `reserved` stays when the machine is replaced; `ephemeral` is for accounts whose
   * limit of reserved addresses is 1, which the load balancer takes.
   *
   * @default reserved
   */
  readonly publicAddress?: 'reserved' | 'ephemeral';

  /**
   * Networks on the internet that may knock at the port. WireGuard answers nobody without a key, so the default is
   * no risk; narrow it only if your provider gives you fixed addresses.
   *
   * @default - everywhere: 0.0.0.0/0
   */
  readonly allowedFrom?: readonly string[];

  /**
   * Single devices, such as a phone, that join the tunnel from anywhere and reach the cloud and home.
   *
   * @default - none
   */
  readonly devices?: Readonly<Record<string, DeviceInput>>;
}

/** A single device with a key of its own. */
export interface DeviceInput {
  /** Public key of the device; `npm run home-config` makes one. */
  readonly publicKey: string;

  /** Address of the device inside the tunnel's network. */
  readonly address: string;
}

/** Every address of the internet. */
const EVERYWHERE = '0.0.0.0/0';

const allowedFrom = anyNetwork(
  '198.51.100.0/24',
  somebodys('lets in nobody'),
  ofTheInternet('write the networks of your provider, or leave out allowedFrom'),
);

const deviceSchema = object("{ publicKey: '...', address: '192.168.16.10' }", {
  publicKey: wireguardKey,
  address: address('192.168.16.10'),
});

/** How devices look in `platform.ts`; a message has no key in it, since a working one would be copied. */
const DEVICES = { phone: { publicKey: EXAMPLE_WIREGUARD_KEY, address: '192.168.16.10' } };
const DEVICES_SHOWN = "{ phone: { publicKey: '...', address: '192.168.16.10' } }";

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
    publicAddress: oneOf('reserved', 'ephemeral').default('reserved'),
    allowedFrom: listOf('networks', '198.51.100.0/24', allowedFrom).default([EVERYWHERE]),
    devices: named('device', DEVICES, dnsLabel(20, 'phone'), deviceSchema, DEVICES_SHOWN).default({}),
  }),
  services: homeServicesSchema.default({}),
  targets: named(
    'machine',
    { nas: '192.168.4.10:9100' },
    dnsLabel(40, 'nas'),
    endpoint('192.168.4.10:9100'),
  ).optional(),
});
