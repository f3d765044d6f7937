import { contains } from '../plan/networks.ts';
import type { Rule } from './rule.ts';

/** Home services have addresses in the home networks: to no others is there a route through the tunnel. */
export const homeServicesLieAtHome: Rule = {
  id: 'home-services-lie-at-home',
  conflicts: ({ home }) => {
    if (!home) return [];
    return Object.entries(home.services)
      .filter(([, { address }]) => !home.networks.some((network) => contains(network, address.address)))
      .map(([name, { address }]) => ({
        path: ['home', 'services', name, 'address'],
        with: home.networks.map((_, index) => ['home', 'networks', index]),
        found: `${address.address}:${address.port}`,
        rule: `lies in none of home.networks ${home.networks.join(', ')}`,
        fix: 'write an address inside one of them, or add its network to home.networks',
      }));
  },
};
