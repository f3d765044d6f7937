import { PRESSURE_PERCENT } from '../../../site/plan/node-disk.ts';
import type { RuleGroup } from './rule.ts';

/** Share that is free when the kubelet calls the disk beneath a local volume full. */
const FULL = PRESSURE_PERCENT / 100;

const FREE = 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes';

/**
 * Volumes of pods.
 *
 * A local volume has no limit of its own: the kubelet reports the disk of the node for it, so what a site has planned
 * for its metrics, which is the capacity of their volume, is compared with what they take.
 */
export const volumeRules: RuleGroup = {
  name: 'volumes',
  alerts: [
    {
      alert: 'VolumeFilling',
      expr: `${FREE} < ${FULL}`,
      for: '15m',
      severity: 'warning',
      summary:
        'The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} left',
      runbook: 'A local volume shares the disk of its node: see NodeDiskFilling. Anything else needs a larger volume.',
    },
    {
      alert: 'VolumeFullSoon',
      expr: `predict_linear(kubelet_volume_stats_available_bytes[6h], 4 * 86400) < ${FULL} * kubelet_volume_stats_capacity_bytes and ${FREE} < 0.4`,
      for: '1h',
      severity: 'warning',
      summary:
        'The volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} will be as good as full within four days',
      runbook: `Find what grows (the dashboard Node shows the disk): with ${PRESSURE_PERCENT} % left, Kubernetes ends pods on the node of a local volume.`,
    },
    {
      alert: 'MetricsDiskOverPlan',
      expr: 'sum(vm_data_size_bytes) > 0.9 * sum(kube_persistentvolume_capacity_bytes{persistentvolume=~"monitoring-metrics-.+"})',
      for: '1h',
      severity: 'warning',
      summary: 'Metrics take {{ $value | humanize1024 }}B, more than 90 % of monitoring.disk',
      runbook:
        'Shorten monitoring.retention, raise monitoring.disk, or see on the dashboard Budget which job has the most series.',
    },
  ],
};
