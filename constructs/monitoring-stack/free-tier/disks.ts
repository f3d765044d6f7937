import type { Alert } from '../rules/index.ts';

const BYTES_PER_GB = 1024 ** 3;

/** The disks of an account, and how many of them cost nothing. */
export interface FreeDisks {
  /** Gigabytes of boot volumes, nodes and gateway. */
  readonly bootGb: number;

  /** Gigabytes that cost nothing, those of boot volumes among them. */
  readonly allowedGb: number;

  /** Gigabytes that the cloud makes of a smaller volume. */
  readonly smallestGb: number;

  /** The driver by which the cloud makes volumes: others cost nothing. */
  readonly driver: string;
}

/** Tells when volumes cost something. */
export function disksCost({ bootGb, allowedGb, smallestGb, driver }: FreeDisks): Alert {
  const volumes = `kube_persistentvolume_capacity_bytes and on (persistentvolume) kube_persistentvolume_info{csi_driver="${driver}"}`;
  return {
    alert: 'BlockVolumesCost',
    expr: `sum(clamp_min(${volumes}, ${smallestGb * BYTES_PER_GB})) / ${BYTES_PER_GB} + ${bootGb} > ${allowedGb}`,
    for: '5m',
    severity: 'critical',
    summary: `Disks come to {{ $value }} GB, boot volumes among them: more than the ${allowedGb} GB that cost nothing`,
    runbook:
      'kubectl get persistentvolumes shows those of the class oci-bv. Whatever was made last is billed, and stays billed after others are gone: docs/budget.md tells how to find it and make it again.',
  };
}
