import { isHostOf } from '../plan/networks.ts';
import type { Rule } from './rule.ts';

/** Every device has an address of a host of the tunnel's network. */
export const tunnelDevicesLieInIt: Rule = {
  id: 'tunnel-devices-lie-in-it',
  conflicts: ({ home }) => {
    if (!home) return [];
    const { network, devices } = home.tunnel;
    return Object.entries(devices)
      .filter(([, { address }]) => !isHostOf(network, address))
      .map(([name]) => ({
        path: ['home', 'tunnel', 'devices', name, 'address'],
        with: [['home', 'tunnel', 'network']],
        rule: `is not the address of a host in home.tunnel.network ${network}`,
        fix: 'write an address inside it that is neither its first nor its last',
      }));
  },
};
