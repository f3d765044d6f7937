import { tunnelAddresses } from '../plan/tunnel.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

interface Peer {
  readonly name: string;
  readonly path: Path;
  readonly address: string;
  readonly publicKey?: string;
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
  return Object.entries(tunnel.devices).map(([name, device]) => ({
    name,
    path: ['home', 'tunnel', 'devices', name],
    ...device,
  }));
}

function endsOf({ tunnel }: NonNullable<Site['home']>): Peer[] {
  const addresses = tunnelAddresses(tunnel);
  const path = ['home', 'tunnel'];
  return [
    { name: 'the gateway', path, address: addresses.gateway },
    { name: 'home', path, address: addresses.home, publicKey: tunnel.publicKey },
  ];
}

function twice(device: Peer, before: readonly Peer[], field: 'address' | 'publicKey'): Conflict[] {
  const other = before.find((peer) => peer[field] === device[field]);
  if (!other) return [];
  return [
    {
      path: [...device.path, field],
      with: [[...other.path, ...(other.path.length > 2 ? [field] : [])]],
      rule: `belongs to ${other.name} too`,
      fix: field === 'address' ? 'write another address' : 'make a key for each device: npm run home-config',
    },
  ];
}
