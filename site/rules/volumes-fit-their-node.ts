import { sizeText } from '../fields/quantities.ts';
import { diskForVolumes, type VolumePlan, volumes } from '../plan/volumes.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** The local volumes of a node fit on its boot volume beside the system. */
export function volumesFitTheirNode({ cloud, monitoring, storage }: Partial<Site>): Problem[] {
  if (!cloud || !monitoring || !storage) return [];
  const planned = volumes({ cloud, monitoring, storage });
  return Object.entries(cloud.nodes).flatMap(([key, node]) =>
    tooMuch(
      key,
      node.bootVolumeGb,
      planned.filter((volume) => volume.node === key),
    ),
  );
}

function tooMuch(node: string, bootVolumeGb: number, planned: readonly VolumePlan[]): Problem[] {
  const asked = planned.reduce((sum, { size }) => sum + size.mebibytes, 0);
  const free = diskForVolumes(bootVolumeGb);
  if (asked <= free.mebibytes) return [];
  const parts = planned.map(({ name, size }) => `${name} ${sizeText(size)}`).join(', ');
  const room = sizeText({ mebibytes: Math.floor(free.mebibytes / 1024) * 1024 });
  return [
    {
      path: ['cloud', 'nodes', node, 'bootVolumeGb'],
      found: `${bootVolumeGb}`,
      rule: `leaves ${room} for volumes, which ask for ${sizeText({ mebibytes: asked })} (${parts})`,
      fix: `write at least ${bootVolumeFor(asked)}, or smaller volumes`,
    },
  ];
}

/** The smallest boot volume, in whole gigabytes, that leaves this much for volumes. */
function bootVolumeFor(mebibytes: number): number {
  let gigabytes = 50;
  while (diskForVolumes(gigabytes).mebibytes < mebibytes) gigabytes += 1;
  return gigabytes;
}
