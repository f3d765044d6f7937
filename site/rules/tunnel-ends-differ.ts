import type { Rule } from './rule.ts';

/** The two ends of the tunnel have two addresses. */
export const tunnelEndsDiffer: Rule = {
  id: 'tunnel-ends-differ',
  conflicts: ({ home }) => {
    if (home?.tunnel.home === undefined || home.tunnel.home !== home.tunnel.gateway) return [];
    return [
      {
        path: ['home', 'tunnel', 'home'],
        with: [['home', 'tunnel', 'gateway']],
        rule: 'is the address of the gateway too',
        fix: 'write another address inside the network of the tunnel, or leave it out',
      },
    ];
  },
};
