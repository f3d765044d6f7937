import { isHostOf } from '../plan/networks.ts';
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

/** What every conflict here rests on. */
const TUNNEL: readonly Path[] = [['home', 'tunnel']];

/** Every device has an address of its own inside the tunnel, and a key of its own. */
export const tunnelDevicesAreDistinct: Rule = {
  id: 'tunnel-devices-are-distinct',
  conflicts: ({ home }) => {
    if (!home) return [];
    const { network } = home.tunnel;
    const devices = devicesOf(home);
    const earlier = [...ends(home), ...devices];
    return devices.flatMap((device) => {
      const before = earlier.slice(0, earlier.indexOf(device));
      return [...outside(device, network), ...twice(device, before, 'address'), ...twice(device, before, 'publicKey')];
    });
  },
};

function devicesOf(home: NonNullable<Site['home']>): Peer[] {
  return Object.entries(home.tunnel.devices).map(([name, device]) => ({
    name,
    path: ['home', 'tunnel', 'devices', name],
    ...device,
  }));
}

function ends(home: NonNullable<Site['home']>): Peer[] {
  const addresses = tunnelAddresses(home.tunnel);
  return [
    { name: 'the gateway', path: [], address: addresses.gateway },
    { name: 'home', path: [], address: addresses.home, publicKey: home.tunnel.publicKey },
  ];
}

function outside({ path, address }: Peer, network: string): Conflict[] {
  if (isHostOf(network, address)) return [];
  const rule = `is not the address of a host in ${network}`;
  return [
    { path: [...path, 'address'], with: TUNNEL, found: address, rule, fix: `write an address inside ${network}` },
  ];
}

function twice(device: Peer, before: readonly Peer[], field: 'address' | 'publicKey'): Conflict[] {
  const value = device[field];
  const other = before.find((peer) => peer[field] === value);
  if (!other || value === undefined) return [];
  const fix = field === 'address' ? 'write another address' : 'make a key for each device: npm run home-config';
  return [{ path: [...device.path, field], with: TUNNEL, found: value, rule: `belongs to ${other.name} too`, fix }];
}
