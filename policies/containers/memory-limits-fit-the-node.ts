import { sizeText } from '../../site/index.ts';
import { allocatable } from '../../site/plan/allocatable.ts';
import type { PolicyContext } from '../context/context.ts';
import { declaredPods } from '../context/declared-pods.ts';
import { demandOf } from '../context/demand.ts';
import { kindOf } from '../context/kinds.ts';
import { nodesFor } from '../context/nodes.ts';
import type { Pod } from '../context/pods.ts';
import { replicasOf } from '../context/replicas.ts';
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
    const shares = [...context.pods.map((pod) => shareOf(pod, context)), ...helmShares(context)];
    const nodes = Object.entries(context.site.cloud.nodes).map(([key, node]) => ({
      key,
      mebibytes: allocatable(node).memory.mebibytes,
      shares: shares.filter((share) => (share.each || share.nodes.length === 1) && share.nodes.includes(key)),
    }));
    const anywhere = shares.filter(({ each, nodes: possible }) => !each && possible.length > 1);
    return [...nodes.flatMap(overfullNode), ...overfullSite(nodes, anywhere)];
  },
};

interface Share {
  readonly name: string;
  readonly mebibytes: number;

  /** Keys of the nodes on which the pods can run. */
  readonly nodes: readonly string[];

  /** Whether each of these nodes runs them, as with a DaemonSet. */
  readonly each: boolean;
}

interface NodeShares {
  readonly key: string;
  readonly mebibytes: number;
  readonly shares: readonly Share[];
}

const BYTES_PER_MEBIBYTE = 1024 * 1024;

function shareOf(pod: Pod, context: PolicyContext): Share {
  const { object } = pod.subject;
  const limit = demandOf(pod, 'limits', 'memory') / BYTES_PER_MEBIBYTE;
  return {
    name: object.metadata.name,
    mebibytes: limit * replicasOf(pod.subject, context).most,
    nodes: nodesFor(pod, context),
    each: kindOf(object) === 'DaemonSet.apps',
  };
}

/** The pods of Helm charts, which their Applications declare. */
function helmShares(context: PolicyContext): Share[] {
  const nodes = Object.keys(context.site.cloud.nodes);
  return context.ofKind('Application.argoproj.io').flatMap((subject) =>
    declaredPods(subject).map(({ name, replicas, memoryMebibytes, memoryLimitMebibytes = memoryMebibytes }) => ({
      name: `${subject.object.metadata.name} ${name}`,
      mebibytes: replicas * memoryLimitMebibytes,
      nodes,
      each: false,
    })),
  );
}

function overfullNode({ key, mebibytes, shares }: NodeShares): Breach[] {
  const asked = sumOf(shares);
  if (asked <= mebibytes) return [];
  return [
    {
      path: ['cloud', 'nodes', key],
      found: memory(asked),
      rule: `is the sum of the memory limits on this node, which has ${memory(mebibytes)} for pods (${largest(shares)})`,
      fix: `lower the limits by ${memory(asked - mebibytes)}, or write a larger memoryGb`,
    },
  ];
}

function overfullSite(nodes: readonly NodeShares[], anywhere: readonly Share[]): Breach[] {
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
      fix: `lower the limits by ${memory(asked - left)}, or write a larger memoryGb`,
    },
  ];
}

function sumOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { mebibytes }) => sum + mebibytes, 0);
}

/** As many of the largest as fit into a line. */
const LISTED = 5;

function largest(shares: readonly Share[]): string {
  const sorted = [...shares].sort((one, other) => other.mebibytes - one.mebibytes);
  const listed = sorted.slice(0, LISTED).map(({ name, mebibytes }) => `${name} ${memory(mebibytes)}`);
  const more = sorted.length - listed.length;
  return more > 0 ? `${listed.join(', ')} and ${more} more` : listed.join(', ');
}

function memory(mebibytes: number): string {
  return sizeText({ mebibytes: Math.ceil(mebibytes) });
}
