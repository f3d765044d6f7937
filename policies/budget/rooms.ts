import { allocatable, type Plan, PODS_OF_A_NODE } from '../../site/plan/index.ts';
import type { Amounts } from './amounts.ts';

/** A node and what it has for pods. */
export interface Room extends Amounts {
  readonly key: string;
}

const GIGABYTE = 1_000_000_000;
const MEBIBYTE = 1024 * 1024;

/** Mebibytes of a boot volume that are no file system for pods: a 50 GB volume of OKE's image shows 36 GiB to the kubelet. */
const OTHER_PARTITIONS = 10.5 * 1024;

/** Part of the file system at which the kubelet begins to evict pods, and which therefore belongs to none. */
const EVICTION_SHARE = 0.1;

/** What each node of a site has for pods. */
export function roomsOf({ cloud }: Pick<Plan, 'cloud'>): Room[] {
  return Object.entries(cloud.nodes).map(([key, node]) => {
    const { millicores, memory } = allocatable(node);
    return {
      key,
      millicores,
      memoryMebibytes: memory.mebibytes,
      diskMebibytes: disk(node.bootVolumeGb),
      pods: PODS_OF_A_NODE,
    };
  });
}

function disk(bootVolumeGb: number): number {
  const fileSystem = (bootVolumeGb * GIGABYTE) / MEBIBYTE - OTHER_PARTITIONS;
  return Math.floor(fileSystem * (1 - EVICTION_SHARE));
}
