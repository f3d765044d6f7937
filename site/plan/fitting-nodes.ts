import type { Site } from '../site.ts';
import { GATEWAY_BOOT_VOLUME_GB } from './allowance.ts';
import { SMALLEST_BLOCK_VOLUME_GB } from './always-free.ts';

/** The least that a node may have, as its fields say. */
const LEAST = { ocpus: 1, memoryGb: 6, bootVolumeGb: SMALLEST_BLOCK_VOLUME_GB } as const;

/** The shape gives each OCPU at most 64 GB. */
const MOST_GB_PER_OCPU = 64;

type Sized = Pick<Site, 'cloud' | 'home'>;

/** How many equal nodes fit into the allowance of a site, at most those that it has, and how large each may be. */
export function fittingMachines({ cloud }: Sized): { nodes: number; ocpus: number; memoryGb: number } {
  const { ocpus, memoryGb } = cloud.allowance;
  const nodes = Math.min(
    Object.keys(cloud.nodes).length,
    Math.floor(ocpus / LEAST.ocpus),
    Math.floor(memoryGb / LEAST.memoryGb),
  );
  const cores = Math.floor(ocpus / nodes);
  return { nodes, ocpus: cores, memoryGb: Math.min(Math.floor(memoryGb / nodes), cores * MOST_GB_PER_OCPU) };
}

/** The same for their disks, beside that of the gateway. */
export function fittingDisks({ cloud, home }: Sized): { nodes: number; bootVolumeGb: number } {
  const left = cloud.allowance.storageGb - (home ? GATEWAY_BOOT_VOLUME_GB : 0);
  const nodes = Math.min(Object.keys(cloud.nodes).length, Math.floor(left / LEAST.bootVolumeGb));
  return { nodes, bootVolumeGb: Math.floor(left / nodes) };
}
