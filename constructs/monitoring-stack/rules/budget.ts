import { BLOCK_VOLUME_DRIVER } from '../../../kubernetes/block-volumes.ts';
import { SMALLEST_BLOCK_VOLUME_GB } from '../../../site/plan/always-free.ts';
import type { RuleGroup } from './rule.ts';

/** Part of what a node has for pods, asked for by pods, at which a replacement may find no room. */
const NEARLY_FULL = 0.9;

const BYTES_PER_GB = 1024 ** 3;

/** What the cloud makes of a smaller volume. */
const SMALLEST_BYTES = SMALLEST_BLOCK_VOLUME_GB * BYTES_PER_GB;

/** Volumes that the cloud rents out. */
const BLOCK_VOLUMES = `csi_driver="${BLOCK_VOLUME_DRIVER}"`;

/** What a site has of disks. */
export interface DiskAllowance {
  /** Gigabytes of boot volumes, nodes and gateway. */
  readonly bootGb: number;

  /** Gigabytes that cost nothing, those of boot volumes among them. */
  readonly allowedGb: number;
}

/**
 * What leaves the plan that every synth adds up: somebody made something by hand, or a plan was wrong.
 *
 * @param disks absent for a site that may cost
 */
export function budgetRules(disks: DiskAllowance | undefined): RuleGroup {
  return { name: 'budget', alerts: [nodeNearlyFull, ...(disks ? [blockVolumesCost(disks)] : [])] };
}

const nodeNearlyFull = {
  alert: 'NodeNearlyFull',
  expr:
    'sum by (node, resource) (kube_pod_container_resource_requests{resource=~"cpu|memory"} ' +
    'and on (namespace, pod) kube_pod_status_phase{phase=~"Pending|Running"} == 1) / ' +
    `sum by (node, resource) (kube_node_status_allocatable{resource=~"cpu|memory"}) > ${NEARLY_FULL}`,
  for: '1h',
  severity: 'warning',
  summary: 'Pods of {{ $labels.node }} ask for {{ $value | humanizePercentage }} of its {{ $labels.resource }}',
  runbook:
    'The next pod, or the replacement of one, may find no room. See on the dashboard Budget what asks for what, and compare it with `npm run budget`: what is not in git was made by hand.',
} as const;

function blockVolumesCost({ bootGb, allowedGb }: DiskAllowance) {
  const volumes = `kube_persistentvolume_capacity_bytes and on (persistentvolume) kube_persistentvolume_info{${BLOCK_VOLUMES}}`;
  return {
    alert: 'BlockVolumesCost',
    expr: `sum(clamp_min(${volumes}, ${SMALLEST_BYTES})) / ${BYTES_PER_GB} + ${bootGb} > ${allowedGb}`,
    for: '5m',
    severity: 'critical',
    summary: `Disks come to {{ $value }} GB, boot volumes among them: more than the ${allowedGb} GB that cost nothing`,
    runbook:
      'kubectl get persistentvolumes shows those of the class oci-bv. Whatever was made last is billed, and stays billed after others are gone: docs/budget.md tells how to find it and make it again.',
  } as const;
}
