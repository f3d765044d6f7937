import { listed } from '../fields/shown.ts';
import { contains } from '../plan/networks.ts';
import { tunnelAddresses } from '../plan/tunnel.ts';
import type { Rule } from './rule.ts';

/** Whatever is scraped at home has an address to which the tunnel leads: in a home network, or its own home end. */
export const homeTargetsLieAtHome: Rule = {
  id: 'home-targets-lie-at-home',
  conflicts: ({ home }) => {
    if (!home) return [];
    const reached = [...home.networks, `${tunnelAddresses(home.tunnel).home}/32`];
    return Object.entries(home.targets ?? {})
      .filter(([, target]) => !reached.some((network) => contains(network, addressOf(target))))
      .map(([name, target]) => ({
        path: ['home', 'targets', name],
        with: [
          ['home', 'networks'],
          ['home', 'tunnel', 'network'],
          ['home', 'tunnel', 'gateway'],
          ['home', 'tunnel', 'home'],
        ],
        found: target,
        rule: 'lies outside the home networks: no route leads there',
        fix: `write an address in ${listed(home.networks)}, or add its network to home.networks`,
      }));
  },
};

function addressOf(target: string): string {
  return target.split(':')[0] as string;
}
