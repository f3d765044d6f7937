import { sizeText } from '../../site/index.ts';
import { allocatable, largerNode } from '../../site/plan/index.ts';
import { type MemoryLimit, memoryLimits } from '../budget/memory-limits.ts';
import type { PolicyContext } from '../context/context.ts';
import type { Breach, Policy } from '../policy.ts';

/**
 * What all pods may use fits into the memory that the nodes have for them.
 *
 * Pods that can run on one node only count there; the others together must fit into what is left on all nodes. What
 * runs besides while a workload is being replaced is the budget's affair.
 */
export const memoryLimitsFitTheNode: Policy = {
  id: 'memory-limits-fit-the-node',
  title: 'The memory limits of all pods of a node fit into the memory that it has for pods.',
  why: 'When every pod uses what it may and the node has less, the kernel kills one of them, and not the guilty one.',
  absolute: 'memory that is not there cannot be excepted',
  check: (context) => {
    const shares = context.fact(memoryLimits);
    const nodes = Object.entries(context.plan.cloud.nodes).map(([key, node]) => ({
      key,
      mebibytes: allocatable(node).memory.mebibytes,
      shares: shares.filter((share) => (share.each || share.nodes.length === 1) && share.nodes.includes(key)),
    }));
    const anywhere = shares.filter(({ each, nodes: possible }) => !each && possible.length > 1);
    return [...nodes.flatMap((node) => overfullNode(context, node)), ...overfullSite(context, nodes, anywhere)];
  },
};

interface NodeShares {
  readonly key: string;
  readonly mebibytes: number;
  readonly shares: readonly MemoryLimit[];
}

function overfullNode(context: PolicyContext, { key, mebibytes, shares }: NodeShares): Breach[] {
  const asked = sumOf(shares);
  if (asked <= mebibytes) return [];
  return [
    {
      path: ['cloud', 'nodes', key],
      found: memory(asked),
      rule: `is the sum of the memory limits on this node, which has ${memory(mebibytes)} for pods (${largest(shares)})`,
      fix: largerNode(context.plan.cloud, key, asked - mebibytes),
    },
  ];
}

function overfullSite(
  context: PolicyContext,
  nodes: readonly NodeShares[],
  anywhere: readonly MemoryLimit[],
): Breach[] {
  const left = nodes.reduce((sum, { mebibytes, shares }) => sum + Math.max(0, mebibytes - sumOf(shares)), 0);
  const asked = sumOf(anywhere);
  if (asked <= left) return [];
  return [
    {
      path: ['cloud', 'nodes'],
      found: memory(asked),
      rule:
        'is the sum of the memory limits of pods that are bound to no node; ' +
        `the others leave ${memory(left)} on all nodes together (${largest(anywhere)})`,
      fix: largerNode(context.plan.cloud, largestOf(nodes), asked - left),
    },
  ];
}

/** The node with the most memory, which the fewest things outgrow. */
function largestOf(nodes: readonly NodeShares[]): string {
  return [...nodes].sort((one, other) => other.mebibytes - one.mebibytes)[0]?.key as string;
}

function sumOf(shares: readonly MemoryLimit[]): number {
  return shares.reduce((sum, { mebibytes }) => sum + mebibytes, 0);
}

/** As many of the largest as fit into a line. */
const LISTED = 5;

function largest(shares: readonly MemoryLimit[]): string {
  const sorted = [...shares].sort((one, other) => other.mebibytes - one.mebibytes);
  const listed = sorted.slice(0, LISTED).map(({ name, mebibytes }) => `${name} ${memory(mebibytes)}`);
  const more = sorted.length - listed.length;
  return more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ');
}

function memory(mebibytes: number): string {
  return sizeText({ mebibytes: Math.ceil(mebibytes) });
}
