import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** The shape gives each OCPU between 1 and 64 GB (the cloud's page of compute shapes, "Flexible Shapes"). */
const LEAST_GB = 1;
const MOST_GB = 64;

/** A node has a size that the shape comes in. */
export const nodeMemorySuitsItsOcpus: Rule = {
  id: 'node-memory-suits-its-ocpus',
  conflicts: ({ cloud }) =>
    Object.entries(cloud.nodes)
      .filter(
        ([, { ocpus, memoryGb }]) => memoryGb < ocpus * LEAST_GB || (memoryGb > ocpus * MOST_GB && !isTold(cloud)),
      )
      .map(([key, { ocpus, memoryGb }]) => ({
        path: ['cloud', 'nodes', key, 'memoryGb'],
        with: [['cloud', 'nodes', key, 'ocpus']],
        found: `${memoryGb}`,
        rule: `is not from ${LEAST_GB} to ${MOST_GB} gigabytes for each OCPU, of which there are ${ocpus}`,
        fix: `write ${memoryGb < ocpus * LEAST_GB ? `at least ${ocpus * LEAST_GB}` : `at most ${ocpus * MOST_GB}`}, or change ocpus`,
      })),
};

/** Whether the rule for the allowance finds too much memory already, and tells a size that suits this rule too. */
function isTold({ nodes, allowance, allowPaid }: Site['cloud']): boolean {
  const all = Object.values(nodes).reduce((sum, { memoryGb }) => sum + memoryGb, 0);
  return allowPaid === undefined && all > allowance.memoryGb;
}
