import type { StatedFullDisk } from './full-disk.ts';
import type { Alert, Recording, RuleGroup } from './rule.ts';

/** File systems that are disks, not memory or views of something else. */
const DISK = 'fstype=~"btrfs|ext4|f2fs|xfs|zfs"';

const AVAILABLE = `node_filesystem_avail_bytes{${DISK}}`;
const SIZE = `node_filesystem_size_bytes{${DISK}}`;

/** The disk of a node on which images, logs and local volumes lie: it is told of before anything on it stops. */
const SHARED = `job="node-metrics",mountpoint="/",${DISK}`;

/** Machines, in the cluster and at home: whatever runs node_exporter. */
export function nodeRules(fullDisk: StatedFullDisk): RuleGroup {
  return { name: 'node', recordings: RECORDINGS, alerts: [memoryLow, cpuBusy, diskFilling(fullDisk), clockOff] };
}

const RECORDINGS: readonly Recording[] = [
  {
    record: 'node:cpu_busy:ratio',
    expr: '1 - avg by (job, instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))',
  },
  {
    record: 'node:memory_used:ratio',
    expr: '1 - max by (job, instance) (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes)',
  },
  {
    record: 'node:network:bytes_per_second',
    expr:
      'sum by (job, instance) (rate(node_network_receive_bytes_total[5m])) + ' +
      'sum by (job, instance) (rate(node_network_transmit_bytes_total[5m]))',
  },
];

const memoryLow: Alert = {
  alert: 'NodeMemoryLow',
  expr: 'node:memory_used:ratio > 0.9',
  for: '15m',
  severity: 'critical',
  summary: '{{ $labels.instance }} uses {{ $value | humanizePercentage }} of its memory',
  runbook:
    'See on the dashboard Cluster which container grows. A pod over its limit is killed by itself; otherwise lower what you run, or its limits.',
};

const cpuBusy: Alert = {
  alert: 'NodeCpuBusy',
  expr: 'node:cpu_busy:ratio > 0.9',
  for: '30m',
  severity: 'warning',
  summary: '{{ $labels.instance }} has been {{ $value | humanizePercentage }} busy for half an hour',
  runbook: 'See on the dashboard Cluster which container is busy; everything else is slow meanwhile.',
};

/** Below the share at which the kubelet calls a disk full; of any other machine, when it is time to tidy up. */
function diskFilling({ pressurePercent, toldBefore }: StatedFullDisk): Alert {
  const full = pressurePercent / 100;
  const before = toldBefore.toMebibytes() * 1024 * 1024;
  return {
    alert: 'NodeDiskFilling',
    expr: [
      `${AVAILABLE} / ${SIZE} < ${full}`,
      `node_filesystem_avail_bytes{${SHARED}} / node_filesystem_size_bytes{${SHARED}} < ${full} + ${before} / node_filesystem_size_bytes{${SHARED}}`,
    ].join(' or '),
    for: '15m',
    severity: 'critical',
    summary: '{{ $labels.instance }} has {{ $value | humanizePercentage }} left on {{ $labels.mountpoint }}',
    runbook: `On a node, logs and then metrics are soon no longer kept, and at ${pressurePercent} % Kubernetes ends pods. Remove what is not needed, shorten monitoring.retention or give the node a larger boot volume.`,
  };
}

const clockOff: Alert = {
  alert: 'NodeClockOff',
  expr: 'abs(node_timex_offset_seconds) > 0.1 and node_timex_sync_status == 0',
  for: '30m',
  severity: 'warning',
  summary: 'The clock of {{ $labels.instance }} is {{ $value | humanizeDuration }} off and not being set',
  runbook: 'Certificates and sign-on need the right time: look at `chronyc tracking` on the machine.',
};
