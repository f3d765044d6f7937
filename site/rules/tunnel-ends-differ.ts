import { tunnelAddresses } from '../plan/tunnel.ts';
import type { Rule } from './rule.ts';

/** The two ends of the tunnel have two addresses. */
export const tunnelEndsDiffer: Rule = {
  id: 'tunnel-ends-differ',
  conflicts: ({ home }) => {
    if (!home) return [];
    const { gateway, home: own } = tunnelAddresses(home.tunnel);
    if (gateway !== own) return [];
    return [
      {
        path: ['home', 'tunnel', 'home'],
        with: [
          ['home', 'tunnel', 'gateway'],
          ['home', 'tunnel', 'network'],
        ],
        found: own,
        rule: 'is the address of the gateway too',
        fix: `write another address inside ${home.tunnel.network}, or leave it out`,
      },
    ];
  },
};
