import type { Manifest } from '../../kubernetes/manifest.ts';
import { bytesText, quantity } from '../../kubernetes/quantities.ts';
import { isLocal, type VolumeFields } from '../../kubernetes/volumes.ts';
import { grouped, sizeText } from '../../site/index.ts';
import { diskForVolumes } from '../../site/plan/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { nodesWithin } from '../context/nodes.ts';
import type { Breach, Policy } from '../policy.ts';

/** What local volumes may hold together fits on the disk beside the system. */
export const localVolumesFitTheirDisk: Policy = {
  id: 'local-volumes-fit-their-disk',
  title: 'The local volumes of a node together fit on its disk beside the system.',
  why: 'Nothing stops a local volume from growing; when the disk is full, the node evicts every pod.',
  absolute: 'disk that is not there cannot be excepted',
  check: (context) =>
    Object.entries(context.plan.cloud.nodes).flatMap(([key, { bootVolumeGb }]) =>
      tooMuch(key, bootVolumeGb, context.fact(volumesByNode).get(key) ?? []),
    ),
};

interface Sized {
  readonly node: string;
  readonly name: string;
  readonly bytes: number;
}

function volumesByNode(context: PolicyContext): ReadonlyMap<string, readonly Sized[]> {
  const volumes = context.ofKind('PersistentVolume').filter(({ object }) => isLocal(object));
  return grouped(
    volumes.flatMap((volume) => onItsNodes(volume, context)),
    ({ node }) => node,
  );
}

function onItsNodes({ object }: Manifest, context: PolicyContext): Sized[] {
  const { capacity, nodeAffinity } = (object as VolumeFields).spec ?? {};
  const sized = { name: object.metadata.name, bytes: quantity(capacity?.storage) ?? 0 };
  return nodesWithin(nodeAffinity?.required ?? {}, context).map((node) => ({ ...sized, node }));
}

const BYTES_PER_MEBIBYTE = 1024 * 1024;

function tooMuch(node: string, bootVolumeGb: number, volumes: readonly Sized[]): Breach[] {
  const asked = volumes.reduce((sum, { bytes }) => sum + bytes, 0);
  const free = diskForVolumes(bootVolumeGb);
  if (asked <= free.mebibytes * BYTES_PER_MEBIBYTE) return [];
  const listed = volumes.map(({ name, bytes }) => `${name} ${bytesText(bytes)}`).join(', ');
  return [
    {
      path: ['cloud', 'nodes', node, 'bootVolumeGb'],
      found: `${bootVolumeGb}`,
      rule: `leaves ${sizeText(free)} for local volumes, which hold ${bytesText(asked)} (${listed})`,
      fix: 'write a larger bootVolumeGb, or smaller volumes',
    },
  ];
}
