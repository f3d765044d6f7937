import { meant } from '../fields/nearest.ts';
import { listed, shown } from '../fields/shown.ts';
import type { Rule } from './rule.ts';

/** The node whose disk holds the metrics is one of the site. */
export const monitoringNodeExists: Rule = {
  id: 'monitoring-node-exists',
  conflicts: ({ monitoring: { node }, cloud: { nodes } }) => {
    if (node === undefined || Object.hasOwn(nodes, node)) return [];
    const keys = Object.keys(nodes);
    return [
      {
        path: ['monitoring', 'node'],
        with: [['cloud', 'nodes']],
        found: shown(node),
        rule: 'is not the key of a node in cloud.nodes',
        fix: meant(node, keys) ?? `write ${listed(keys.map((key) => `'${key}'`))}, or leave it out`,
      },
    ];
  },
};
