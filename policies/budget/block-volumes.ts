import type { Item } from '../../site/plan/allowance.ts';
import { SMALLEST_BLOCK_VOLUME_GB } from '../../site/plan/always-free.ts';
import { BLOCK_VOLUME_DRIVER } from '../../site/plan/block-volumes.ts';
import { blockVolumeClass } from '../context/block-volumes.ts';
import { type ClaimOrigin, claimsOf, type PlacedClaim } from '../context/claims.ts';
import type { PolicyContext } from '../context/context.ts';
import { kindOf } from '../context/kinds.ts';
import { nodesFor } from '../context/nodes.ts';
import { quantity } from '../context/quantities.ts';
import { replicasOf } from '../context/replicas.ts';
import { nameOf, type Subject } from '../subject.ts';
import { countOf, surgeOf } from './counts.ts';
import { rentedByCharts } from './rented-by-charts.ts';

/** What Oracle calls a gigabyte of a volume. */
const BYTES_PER_GB = 1024 ** 3;

/** Every block volume that the objects of a site and its Helm charts have the cloud make, or attach. */
export function blockVolumes(context: PolicyContext): Item[] {
  return [
    ...context.subjects.flatMap((subject) => claimed(subject, context)),
    ...context.ofKind('PersistentVolume').flatMap(attached),
    ...rentedByCharts(context).flatMap(({ chart, blockVolumesGb }) =>
      blockVolumesGb.map((gigabytes) => ({ what: `a volume of the chart ${chart}`, amount: counted(gigabytes) })),
    ),
  ];
}

function claimed(subject: Subject, context: PolicyContext): Item[] {
  return claimsOf(subject, context).flatMap((claim) => {
    const volumes = blockVolumeClass(claim.spec, context) === undefined ? 0 : volumesOf(subject, claim.origin, context);
    const gigabytes = gigabytesOf(claim);
    const each = gigabytes < SMALLEST_BLOCK_VOLUME_GB ? `, which asks for ${gigabytes} GB and gets the smallest` : '';
    const what = `${volumes > 1 ? `${volumes} volumes of ` : ''}${nameOf(subject)}${each}`;
    return volumes === 0 ? [] : [{ what, amount: volumes * counted(gigabytes) }];
  });
}

/** How many volumes one claim of an object comes to at most. */
function volumesOf(subject: Subject, origin: ClaimOrigin, context: PolicyContext): number {
  if (origin === 'claim') return 1;
  if (origin === 'template') return replicasOf(subject, context).most;
  const pod = context.podOf(subject);
  if (pod && kindOf(subject.object) === 'DaemonSet.apps') return nodesFor(pod, context).length;
  const count = countOf(subject, context);
  return count + surgeOf(subject, count);
}

function gigabytesOf({ spec: { resources } }: PlacedClaim): number {
  return Math.ceil((quantity(resources?.requests?.storage) ?? 0) / BYTES_PER_GB);
}

function counted(gigabytes: number): number {
  return Math.max(SMALLEST_BLOCK_VOLUME_GB, gigabytes);
}

interface AttachedVolume {
  readonly capacity?: Readonly<Record<string, unknown>>;
  readonly csi?: { readonly driver?: string };
}

/** A volume that somebody made beforehand is rented as well. */
function attached(subject: Subject): Item[] {
  const { capacity, csi } = (subject.object.spec ?? {}) as AttachedVolume;
  if (csi?.driver !== BLOCK_VOLUME_DRIVER) return [];
  const gigabytes = Math.ceil((quantity(capacity?.storage) ?? 0) / BYTES_PER_GB);
  return [{ what: nameOf(subject), amount: counted(gigabytes) }];
}
