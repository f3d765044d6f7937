import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** The node whose disk holds the metrics is one of the site. */
export function monitoringNodeExists({ monitoring, cloud }: Partial<Site>): Problem[] {
  const node = monitoring?.node;
  if (!cloud || node === undefined || node in cloud.nodes) return [];
  return [
    {
      path: ['monitoring', 'node'],
      found: node,
      rule: 'is not the key of a node',
      fix: `write one of cloud.nodes: ${Object.keys(cloud.nodes).join(', ')}`,
    },
  ];
}
