import { ALWAYS_FREE, demand, GATEWAY_BOOT_VOLUME_GB } from '../plan/allowance.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** A site that is to cost nothing asks for no more than the free allowance. */
export const machinesFitTheAllowance: Rule = {
  id: 'machines-fit-the-allowance',
  conflicts: (site) => {
    if (site.cloud.billing === 'paid') return [];
    const { ocpus, memoryGb, storageGb, microInstances } = demand(site);
    const gateway = microInstances > 0 ? ` with the gateway's ${GATEWAY_BOOT_VOLUME_GB} GB` : '';
    return [
      ...beyond(ALWAYS_FREE.ocpus, ocpus, 'OCPUs', '', stating(site, 'ocpus')),
      ...beyond(ALWAYS_FREE.memoryGb, memoryGb, 'GB', ' of memory', stating(site, 'memoryGb')),
      ...beyond(ALWAYS_FREE.storageGb, storageGb, 'GB', ` of boot volumes${gateway}`, stating(site, 'bootVolumeGb')),
    ];
  },
};

/** Everything that has a part in what all machines ask for of one kind. */
function stating({ cloud }: Site, field: 'ocpus' | 'memoryGb' | 'bootVolumeGb'): Path[] {
  const nodes = Object.keys(cloud.nodes).map((name) => ['cloud', 'nodes', name, field]);
  return [['cloud', 'billing'], ...(field === 'bootVolumeGb' ? [['home']] : []), ...nodes];
}

function beyond(free: number, asked: number, unit: string, of: string, stated: readonly Path[]): Conflict[] {
  if (asked <= free) return [];
  return [
    {
      path: ['cloud', 'nodes'],
      with: stated,
      found: `${asked} ${unit}${of}`,
      rule: `in all is more than the ${free} ${unit} that are free`,
      fix: "write smaller or fewer nodes, or billing: 'paid' in cloud",
    },
  ];
}
