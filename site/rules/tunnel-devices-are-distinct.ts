import { tunnelAddresses } from '../plan/tunnel.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

interface Peer {
  readonly name: string;
  readonly address: string;
  readonly publicKey?: string;

  /** The fields from which the address and the key come. */
  readonly stated: { readonly address: readonly Path[]; readonly publicKey: readonly Path[] };
}

/** Every device has an address and a key of its own: WireGuard knows a peer by its key and sends to it by its address. */
export const tunnelDevicesAreDistinct: Rule = {
  id: 'tunnel-devices-are-distinct',
  conflicts: ({ home }) => {
    if (!home) return [];
    const ends = endsOf(home);
    const devices = devicesOf(home);
    return devices.flatMap((device, index) => {
      const before = [...ends, ...devices.slice(0, index)];
      return [...twice(device, before, 'address'), ...twice(device, before, 'publicKey')];
    });
  },
};

function devicesOf({ tunnel }: NonNullable<Site['home']>): Peer[] {
  return Object.entries(tunnel.devices).map(([name, device]) => {
    const path = ['home', 'tunnel', 'devices', name];
    return { name, ...device, stated: { address: [[...path, 'address']], publicKey: [[...path, 'publicKey']] } };
  });
}

function endsOf({ tunnel }: NonNullable<Site['home']>): Peer[] {
  const addresses = tunnelAddresses(tunnel);
  const stated = {
    address: ['gateway', 'home', 'network'].map((field) => ['home', 'tunnel', field]),
    publicKey: [['home', 'tunnel', 'publicKey']],
  };
  return [
    { name: 'the gateway', address: addresses.gateway, stated },
    { name: 'home', address: addresses.home, publicKey: tunnel.publicKey, stated },
  ];
}

function twice(device: Peer, before: readonly Peer[], field: 'address' | 'publicKey'): Conflict[] {
  const other = before.find((peer) => peer[field] === device[field]);
  if (!other) return [];
  return [
    {
      path: device.stated[field][0] as Path,
      with: other.stated[field],
      rule: `belongs to ${other.name} too`,
      fix: field === 'address' ? 'write another address' : 'make a key for each device: npm run home-config',
    },
  ];
}
