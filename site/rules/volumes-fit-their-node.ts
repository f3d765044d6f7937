import { LARGEST_BOOT_VOLUME_GB } from '../fields/disks.ts';
import { sizeText } from '../fields/quantities.ts';
import { listed } from '../fields/shown.ts';
import { bootVolumeFor, diskForVolumes } from '../plan/node-disk.ts';
import { type VolumePlan, volumes } from '../plan/volumes.ts';
import { pathText } from '../problem.ts';
import type { Conflict, Rule } from './rule.ts';

/** The local volumes of a node fit on its boot volume beside the system. */
export const volumesFitTheirNode: Rule = {
  id: 'volumes-fit-their-node',
  conflicts: (site) => {
    const planned = volumes(site);
    return Object.entries(site.cloud.nodes).flatMap(([key, { bootVolumeGb }]) =>
      tooMuch(
        key,
        bootVolumeGb,
        planned.filter((volume) => volume.node === key),
      ),
    );
  },
};

function tooMuch(node: string, bootVolumeGb: number, planned: readonly VolumePlan[]): Conflict[] {
  const asked = { mebibytes: planned.reduce((sum, { size }) => sum + size.mebibytes, 0) };
  const free = diskForVolumes(bootVolumeGb);
  if (asked.mebibytes <= free.mebibytes) return [];
  const parts = planned.map(({ name, size }) => `${name} ${sizeText(size)}`).join(', ');
  const room = sizeText({ mebibytes: free.mebibytes - (free.mebibytes % 1024) });
  const larger = bootVolumeFor(asked);
  const stated = planned.flatMap((volume) => (volume.stated ? [volume.stated] : []));
  const smaller = `less for ${listed(stated.map((path) => pathText(path)))}`;
  return [
    {
      path: ['cloud', 'nodes', node, 'bootVolumeGb'],
      with: [['monitoring', 'node'], ...stated],
      found: `${bootVolumeGb}`,
      rule: `leaves ${room} for volumes, which request ${sizeText(asked)} (${parts})`,
      fix: larger <= LARGEST_BOOT_VOLUME_GB ? `write at least ${larger}, or ${smaller}` : `write ${smaller}`,
    },
  ];
}
