import type { Rule } from './rule.ts';

/** Nodes reach the internet through the gateway's machine only where there is one. */
export const natNeedsTheGateway: Rule = {
  id: 'nat-needs-the-gateway',
  conflicts: ({ cloud, home }) => {
    if (cloud.nat !== 'gateway-instance' || home) return [];
    return [
      {
        path: ['cloud', 'nat'],
        with: [['home']],
        rule: 'needs the machine that ends the tunnel, and the site has no home',
        fix: "write home: { networks, tunnel }, or nat: 'gateway'",
      },
    ];
  },
};
