import { nodesIn, prefixForNodes } from '../plan/networks.ts';
import type { Rule } from './rule.ts';

/** The network of the pods has a part for each node, and one for a node that is about to replace another. */
export const podsHaveAddresses: Rule = {
  id: 'pods-have-addresses',
  conflicts: ({ cloud: { pods, nodes } }) => {
    const wanted = Object.keys(nodes).length + 1;
    if (nodesIn(pods) >= wanted) return [];
    return [
      {
        path: ['cloud', 'pods'],
        with: [['cloud', 'nodes']],
        found: pods,
        rule: `has addresses for ${nodesIn(pods)} nodes, ${wanted} are needed while one is replaced`,
        fix: `write a network of at least /${prefixForNodes(wanted)}, such as 10.244.0.0/16`,
      },
    ];
  },
};
