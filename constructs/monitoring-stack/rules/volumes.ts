import type { StatedFullDisk } from './full-disk.ts';
import type { Alert, RuleGroup } from './rule.ts';

const FREE = 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes';

/**
 * Volumes of pods.
 *
 * A local volume has no limit of its own: the kubelet reports the disk of the node for it, so what somebody has planned
 * for metrics, which is the capacity of their volume, is compared with what they take.
 *
 * @param namespace that of the stack
 */
export function volumeRules(fullDisk: StatedFullDisk, namespace: string): RuleGroup {
  return { name: 'volumes', alerts: [filling(fullDisk), fullSoon(fullDisk), metricsOverPlan(namespace)] };
}

function filling({ pressurePercent }: StatedFullDisk): Alert {
  return {
    alert: 'VolumeFilling',
    expr: `${FREE} < ${pressurePercent / 100}`,
    for: '15m',
    severity: 'warning',
    summary:
      'The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} left',
    runbook: 'A local volume shares the disk of its node: see NodeDiskFilling. Anything else needs a larger volume.',
  };
}

function fullSoon({ pressurePercent }: StatedFullDisk): Alert {
  return {
    alert: 'VolumeFullSoon',
    expr: `predict_linear(kubelet_volume_stats_available_bytes[6h], 4 * 86400) < ${pressurePercent / 100} * kubelet_volume_stats_capacity_bytes and ${FREE} < 0.4`,
    for: '1h',
    severity: 'warning',
    summary:
      'The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} will be as good as full within four days',
    runbook: `Find what grows (the dashboard Node shows the disk): with ${pressurePercent} % left, Kubernetes ends pods on the node of a local volume.`,
  };
}

/** @param namespace that of the stack, with which the name of a `LocalStorage` begins */
function metricsOverPlan(namespace: string): Alert {
  return {
    alert: 'MetricsDiskOverPlan',
    expr: `sum(vm_data_size_bytes) > 0.9 * sum(kube_persistentvolume_capacity_bytes{persistentvolume=~"${namespace}-metrics-.+"})`,
    for: '1h',
    severity: 'warning',
    summary: 'Metrics take {{ $value | humanize1024 }}B, more than 90 % of monitoring.disk',
    runbook:
      'Shorten monitoring.retention, raise monitoring.disk, or see on the dashboard Budget which job has the most series.',
  };
}
