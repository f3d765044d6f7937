import { isHostOf } from '../plan/networks.ts';
import { tunnelAddresses } from '../plan/tunnel.ts';
import type { Rule } from './rule.ts';

/** Both ends of the tunnel have addresses of hosts inside its network. */
export const tunnelEndsLieInIt: Rule = {
  id: 'tunnel-ends-lie-in-it',
  conflicts: ({ home }) => {
    if (!home) return [];
    const { network } = home.tunnel;
    const ends = tunnelAddresses(home.tunnel);
    return (['gateway', 'home'] as const)
      .filter((end) => !isHostOf(network, ends[end]))
      .map((end) => ({
        path: ['home', 'tunnel', end],
        with: [['home', 'tunnel', 'network']],
        found: ends[end],
        rule: `is not the address of a host in home.tunnel.network ${network}`,
        fix: 'write an address inside it that is neither its first nor its last, or leave it out',
      }));
  },
};
