import type { Site } from '../site.ts';
import { allocatable } from './allocatable.ts';

/** The largest node that the cloud makes, in gigabytes. */
const MOST_GB = 472;

/** The shape gives each OCPU at most so many gigabytes. */
const GB_PER_OCPU = 64;

/**
 * What to write for a node that has too little memory for pods, and what else where that is more than the account gives.
 *
 * @param key of the node
 * @param missing mebibytes that it lacks
 */
export function largerNode(cloud: Site['cloud'], key: string, missing: number): string {
  const { ocpus, memoryGb } = cloud.nodes[key] as Site['cloud']['nodes'][string];
  const needed = allocatable({ ocpus, memoryGb }).memory.mebibytes + missing;
  let larger = memoryGb + 1;
  while (larger < MOST_GB && allocatable({ ocpus, memoryGb: larger }).memory.mebibytes < needed) larger += 1;
  const cores = larger > ocpus * GB_PER_OCPU ? ` and ocpus: ${Math.ceil(larger / GB_PER_OCPU)}` : '';
  return `write memoryGb: ${larger}${cores} for node ${key}${paid(cloud, larger - memoryGb)}`;
}

/** What to say in the site where all nodes together have more than the account gives. */
function paid({ nodes, allowance, allowPaid }: Site['cloud'], more: number): string {
  const all = Object.values(nodes).reduce((sum, { memoryGb }) => sum + memoryGb, more);
  if (allowPaid !== undefined || all <= allowance.memoryGb) return '';
  return `; that makes ${all} GB in all, so write allowance: { memoryGb: ${all} } in cloud if your account gives it, or why it may cost in allowPaid`;
}
