import { BLOCK_VOLUME_DRIVER } from '../../kubernetes/block-volumes.ts';
import { declaredRents, type Rented } from '../../kubernetes/declared-by-charts.ts';
import { kindOf } from '../../kubernetes/kinds.ts';
import { type LoadBalancerKind, loadBalancerKind } from '../../kubernetes/load-balancers.ts';
import { type Manifest, nameOf } from '../../kubernetes/manifest.ts';
import { quantity } from '../../kubernetes/quantities.ts';
import {
  type Counted,
  type Item,
  overrunAmount,
  overruns,
  overrunText,
  type RentedItems,
  SMALLEST_BLOCK_VOLUME_GB,
} from '../../site/plan/index.ts';
import { blockVolumeClass } from '../context/block-volumes.ts';
import { type ClaimOrigin, claimsOf, type PlacedClaim } from '../context/claims.ts';
import type { PolicyContext } from '../context/context.ts';
import { loadBalancerServices } from '../context/load-balancers.ts';
import { nodesFor } from '../context/nodes.ts';
import { replicasOf } from '../context/replicas.ts';
import type { Breach } from '../policy.ts';
import { countOf, surgeOf } from './counts.ts';

/** Everything that a site rents: its infrastructure, and what its objects have the cloud make. */
export function rentedOf(context: PolicyContext): RentedItems {
  const planned = context.plan.rented;
  return {
    ...planned,
    storageGb: [...planned.storageGb, ...blockVolumes(context)],
    flexibleLoadBalancers: loadBalancers('flexible', context),
    networkLoadBalancers: loadBalancers('network', context),
  };
}

/** Those of the plan are among the objects. */
function loadBalancers(kind: LoadBalancerKind, context: PolicyContext): Item[] {
  const services = loadBalancerServices(context).filter((service) => loadBalancerKind(service.object) === kind);
  const ofCharts = rentedByCharts(context).flatMap(({ chart, loadBalancers: kinds = [] }) =>
    kinds.filter((one) => one === kind).map(() => ({ what: `a load balancer of the chart ${chart}`, amount: 1 })),
  );
  return [...services.map((service) => ({ what: nameOf(service), amount: 1 })), ...ofCharts];
}

/** What Oracle calls a gigabyte of a volume. */
const BYTES_PER_GB = 1024 ** 3;

/** Every block volume that the objects of a site and its Helm charts have the cloud make, or attach. */
function blockVolumes(context: PolicyContext): Item[] {
  return [
    ...context.subjects.flatMap((subject) => claimed(subject, context)),
    ...context.ofKind('PersistentVolume').flatMap(attached),
    ...rentedByCharts(context).flatMap(({ chart, blockVolumesGb = [] }) =>
      blockVolumesGb.map((gigabytes) => ({ what: `a volume of the chart ${chart}`, amount: charged(gigabytes) })),
    ),
  ];
}

function claimed(subject: Manifest, context: PolicyContext): Item[] {
  return claimsOf(subject, context).flatMap((claim) => {
    const volumes = blockVolumeClass(claim.spec, context) === undefined ? 0 : volumesOf(subject, claim.origin, context);
    const gigabytes = gigabytesOf(claim);
    const each = gigabytes < SMALLEST_BLOCK_VOLUME_GB ? `, which requests ${gigabytes} GB and gets the smallest` : '';
    const what = `${volumes > 1 ? `${volumes} volumes of ` : ''}${nameOf(subject)}${each}`;
    return volumes === 0 ? [] : [{ what, amount: volumes * charged(gigabytes) }];
  });
}

/** How many volumes one claim of an object comes to at most. */
function volumesOf(subject: Manifest, origin: ClaimOrigin, context: PolicyContext): number {
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

/** What Oracle counts for a volume of a size. */
function charged(gigabytes: number): number {
  return Math.max(SMALLEST_BLOCK_VOLUME_GB, gigabytes);
}

interface AttachedVolume {
  readonly capacity?: Readonly<Record<string, unknown>>;
  readonly csi?: { readonly driver?: string };
}

/** A volume that somebody made beforehand is rented as well. */
function attached(subject: Manifest): Item[] {
  const { capacity, csi } = (subject.object.spec ?? {}) as AttachedVolume;
  if (csi?.driver !== BLOCK_VOLUME_DRIVER) return [];
  const gigabytes = Math.ceil((quantity(capacity?.storage) ?? 0) / BYTES_PER_GB);
  return [{ what: nameOf(subject), amount: charged(gigabytes) }];
}

interface RentedByChart extends Rented {
  /** Name of the Application. */
  readonly chart: string;
}

/** What the Helm charts of a site rent. */
function rentedByCharts(context: PolicyContext): RentedByChart[] {
  return context
    .ofKind('Application.argoproj.io')
    .map(({ object }) => ({ chart: object.metadata.name, ...declaredRents(object) }));
}

/**
 * The sums of some things that are beyond the allowance; none where the site says why it may cost.
 *
 * @param less how to rent less
 */
export function beyondTheAllowance(
  context: PolicyContext,
  counted: readonly Counted[],
  less: (one: Counted) => string,
): Breach[] {
  const { allowance, allowPaid } = context.plan.cloud;
  if (allowPaid !== undefined) return [];
  return overruns(context.fact(rentedOf), allowance)
    .filter((overrun) => counted.includes(overrun.counted))
    .map((overrun) => ({
      path: ['cloud', 'allowance', overrun.counted],
      found: overrunAmount(overrun),
      rule: overrunText(overrun),
      fix: `${less(overrun.counted)}, or what your account gives here, or why it may cost in cloud.allowPaid`,
    }));
}
