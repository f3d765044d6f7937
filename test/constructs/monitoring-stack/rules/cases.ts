import { type Cases, fires, silent } from './case.ts';

const NODE = { job: 'node-metrics', instance: 'a' };
const NODE_TEXT = 'job="node-metrics",instance="a"';
const POD = { namespace: 'shop-prod', pod: 'shop-1', container: 'shop' };
const POD_TEXT = 'namespace="shop-prod",pod="shop-1",container="shop"';
const VOLUME = { namespace: 'shop-prod', persistentvolumeclaim: 'data' };
const VOLUME_TEXT = 'namespace="shop-prod",persistentvolumeclaim="data"';
const GIB = 1024 ** 3;

const monitoring: Cases = {
  Watchdog: [
    fires(
      'always',
      '1m',
      {},
      {},
      'Always there: as long as it arrives at the heartbeat, rules are evaluated and alerts are sent',
    ),
  ],
  NotificationsFailing: [
    fires(
      'when mail fails for a while',
      '30m',
      { 'alertmanager_notifications_failed_total{integration="email",instance="x"}': '0+1x30' },
      { integration: 'email' },
      'Alerts cannot be sent by email',
    ),
    silent('when everything is sent', '30m', {
      'alertmanager_notifications_failed_total{integration="email",instance="x"}': '7x30',
    }),
  ],
  RulesFailing: [
    fires(
      'when a rule fails again and again',
      '30m',
      { 'vmalert_alerting_rules_errors_total{alertname="Slow",group="site"}': '0+1x30' },
      { group: 'site' },
      'Rules of the group site cannot be evaluated',
    ),
    silent('when rules are evaluated', '30m', {
      'vmalert_alerting_rules_errors_total{alertname="Slow",group="site"}': '0x30',
    }),
  ],
  TooManySeries: [
    fires(
      'when series are twice the plan',
      '70m',
      { 'vm_cache_entries{type="storage/hour_metric_ids"}': '50000x70' },
      {},
      'Metrics have 50000 series in an hour, twice what disk and memory are planned for',
    ),
    silent('within the plan', '70m', { 'vm_cache_entries{type="storage/hour_metric_ids"}': '20000x70' }),
    silent('for entries of another cache', '70m', { 'vm_cache_entries{type="storage/tsid"}': '90000x70' }),
  ],
  LogsMissing: [
    fires(
      'when nothing has come for an hour',
      '70m',
      { 'vl_rows_ingested_total{job="logs",type="native"}': '900x70' },
      {},
      'No log line has arrived for an hour',
    ),
    silent('when lines come', '70m', { 'vl_rows_ingested_total{job="logs",type="native"}': '0+5x70' }),
  ],
};

const EVERY_PART = [
  'alerts',
  'api-server',
  'cluster-state',
  'containers',
  'kubelet',
  'logs',
  'metrics',
  'node-metrics',
  'rules',
];
const alive = (jobs: readonly string[]) =>
  Object.fromEntries(jobs.map((job) => [`up{job="${job}",instance="x"}`, '1x30']));

const targets: Cases = {
  TargetDown: [
    fires(
      'when a pod does not answer',
      '10m',
      { 'up{job="shop",instance="shop-1"}': '0x10' },
      { job: 'shop', instance: 'shop-1' },
      'shop at shop-1 does not answer with its metrics',
    ),
    silent('when it answers', '10m', { 'up{job="shop",instance="shop-1"}': '1x10' }),
    silent('for a moment only', '10m', { 'up{job="shop",instance="shop-1"}': '1x7 0x3' }),
    silent('for machines at home, which have alerts of their own', '10m', { 'up{job="home",instance="nas"}': '0x10' }),
  ],
  PartMissing: [
    fires(
      'when a part has no target any more',
      '20m',
      alive(EVERY_PART.filter((part) => part !== 'logs')),
      { job: 'logs' },
      'Nothing has been heard of logs for ten minutes',
    ),
    silent('when every part answers', '20m', alive(EVERY_PART)),
  ],
};

const disk = (free: string) => ({
  [`node_filesystem_avail_bytes{${NODE_TEXT},mountpoint="/",fstype="xfs"}`]: free,
  [`node_filesystem_size_bytes{${NODE_TEXT},mountpoint="/",fstype="xfs"}`]: '100x30',
});

const node: Cases = {
  NodeMemoryLow: [
    fires(
      'when five percent are left',
      '25m',
      {
        [`node_memory_MemAvailable_bytes{${NODE_TEXT}}`]: '5x30',
        [`node_memory_MemTotal_bytes{${NODE_TEXT}}`]: '100x30',
      },
      NODE,
      'a uses 95% of its memory',
    ),
    silent('when a fifth is left', '25m', {
      [`node_memory_MemAvailable_bytes{${NODE_TEXT}}`]: '20x30',
      [`node_memory_MemTotal_bytes{${NODE_TEXT}}`]: '100x30',
    }),
  ],
  NodeCpuBusy: [
    fires(
      'when all cores are busy for long',
      '50m',
      { [`node_cpu_seconds_total{${NODE_TEXT},cpu="0",mode="idle"}`]: '0+3x60' },
      NODE,
      'a has been 95% busy for half an hour',
    ),
    silent('when they are half idle', '50m', {
      [`node_cpu_seconds_total{${NODE_TEXT},cpu="0",mode="idle"}`]: '0+30x60',
    }),
    silent('for some minutes only', '50m', {
      [`node_cpu_seconds_total{${NODE_TEXT},cpu="0",mode="idle"}`]: '0+30x40 1203+3x20',
    }),
  ],
  NodeDiskFilling: [
    fires(
      'when a disk has ten percent left',
      '20m',
      disk('10x30'),
      { ...NODE, mountpoint: '/', fstype: 'xfs' },
      'a has 10% left on /',
    ),
    silent('when a third is left', '20m', disk('33x30')),
    silent('for what is no disk', '20m', {
      [`node_filesystem_avail_bytes{${NODE_TEXT},mountpoint="/run",fstype="tmpfs"}`]: '1x30',
      [`node_filesystem_size_bytes{${NODE_TEXT},mountpoint="/run",fstype="tmpfs"}`]: '100x30',
    }),
  ],
  NodeClockOff: [
    fires(
      'when the clock is off and nobody sets it',
      '40m',
      {
        [`node_timex_offset_seconds{${NODE_TEXT}}`]: '0.5x40',
        [`node_timex_sync_status{${NODE_TEXT}}`]: '0x40',
      },
      NODE,
      'The clock of a is 500ms off and not being set',
    ),
    silent('while it is being set', '40m', {
      [`node_timex_offset_seconds{${NODE_TEXT}}`]: '0.5x40',
      [`node_timex_sync_status{${NODE_TEXT}}`]: '1x40',
    }),
  ],
};

const volumes: Cases = {
  VolumeFilling: [
    fires(
      'when a tenth is left',
      '20m',
      {
        [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '10x30',
        [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100x30',
      },
      VOLUME,
      'The volume shop-prod/data has 10% left',
    ),
    silent('when half is left', '20m', {
      [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '50x30',
      [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100x30',
    }),
  ],
  VolumeFullSoon: [
    fires(
      'when it fills within days',
      '10h',
      {
        [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '35000-10x600',
        [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100000x600',
      },
      VOLUME,
      'The volume shop-prod/data will be full within four days',
    ),
    silent('when it fills slowly', '10h', {
      [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '35000-1x600',
      [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100000x600',
    }),
    silent('when it fills quickly and is nearly empty', '10h', {
      [`kubelet_volume_stats_available_bytes{${VOLUME_TEXT}}`]: '90000-20x600',
      [`kubelet_volume_stats_capacity_bytes{${VOLUME_TEXT}}`]: '100000x600',
    }),
  ],
  MetricsDiskOverPlan: [
    fires(
      'when metrics take what is planned for them',
      '70m',
      {
        'vm_data_size_bytes{type="storage/big"}': `${4 * GIB}x80`,
        'vm_data_size_bytes{type="indexdb/file"}': `${GIB}x80`,
      },
      {},
      'Metrics take 5GiB, more than 90 % of monitoring.disk',
    ),
    silent('when they take less', '70m', { 'vm_data_size_bytes{type="storage/big"}': `${4 * GIB}x80` }),
  ],
};

const workloads: Cases = {
  PodCrashLooping: [
    fires(
      'when a container ends again and again',
      '15m',
      { [`kube_pod_container_status_waiting_reason{${POD_TEXT},reason="CrashLoopBackOff"}`]: '1x15' },
      { ...POD, reason: 'CrashLoopBackOff' },
      'shop in shop-prod/shop-1 ends again and again',
    ),
    silent('when it is only being created', '15m', {
      [`kube_pod_container_status_waiting_reason{${POD_TEXT},reason="ContainerCreating"}`]: '1x15',
    }),
  ],
  PodNotRunning: [
    fires(
      'when a pod finds no place',
      '20m',
      { 'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending"}': '1x20' },
      { namespace: 'shop-prod', pod: 'shop-1' },
      'shop-prod/shop-1 has not been running for a quarter of an hour',
    ),
    silent('when it runs', '20m', {
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Pending"}': '0x20',
      'kube_pod_status_phase{namespace="shop-prod",pod="shop-1",phase="Running"}': '1x20',
    }),
  ],
  ContainerOutOfMemory: [
    fires(
      'when a container was killed at its limit',
      '10m',
      {
        [`kube_pod_container_status_restarts_total{${POD_TEXT}}`]: '0x8 1x2',
        [`kube_pod_container_status_last_terminated_reason{${POD_TEXT},reason="OOMKilled"}`]: '0x8 1x2',
      },
      POD,
      'shop in shop-prod/shop-1 was killed at its memory limit',
    ),
    silent('when it ended for another reason', '10m', {
      [`kube_pod_container_status_restarts_total{${POD_TEXT}}`]: '0x8 1x2',
      [`kube_pod_container_status_last_terminated_reason{${POD_TEXT},reason="OOMKilled"}`]: '0x10',
    }),
    silent('when that was long ago', '60m', {
      [`kube_pod_container_status_restarts_total{${POD_TEXT}}`]: '0x8 1x52',
      [`kube_pod_container_status_last_terminated_reason{${POD_TEXT},reason="OOMKilled"}`]: '0x8 1x52',
    }),
  ],
  DeploymentIncomplete: [
    fires(
      'when one of two pods serves',
      '20m',
      {
        'kube_deployment_status_replicas_available{namespace="shop-prod",deployment="shop"}': '1x20',
        'kube_deployment_spec_replicas{namespace="shop-prod",deployment="shop"}': '2x20',
      },
      { namespace: 'shop-prod', deployment: 'shop' },
      'shop-prod/shop has 1 pods that serve, fewer than it should',
    ),
    silent('when both serve', '20m', {
      'kube_deployment_status_replicas_available{namespace="shop-prod",deployment="shop"}': '2x20',
      'kube_deployment_spec_replicas{namespace="shop-prod",deployment="shop"}': '2x20',
    }),
  ],
  JobFailed: [
    fires(
      'when a Job has failed',
      '5m',
      { 'kube_job_failed{namespace="shop-prod",job_name="migrate",condition="true"}': '1x5' },
      { namespace: 'shop-prod', job_name: 'migrate', condition: 'true' },
      'The Job shop-prod/migrate has failed',
    ),
    silent('when it has not', '5m', {
      'kube_job_failed{namespace="shop-prod",job_name="migrate",condition="true"}': '0x5',
      'kube_job_failed{namespace="shop-prod",job_name="migrate",condition="false"}': '1x5',
    }),
  ],
};

/** The first moment of every test of vmalert-tool, 2000-01-01, in seconds. */
const BEGIN = Date.UTC(2000, 0, 1) / 1000;

const CERTIFICATE = 'name="grafana",exported_namespace="monitoring"';

const certificates: Cases = {
  CertificateEndsSoon: [
    fires(
      'ten days before the end',
      '2h',
      { [`certmanager_certificate_expiration_timestamp_seconds{${CERTIFICATE}}`]: `${BEGIN + 10 * 86_400}x130` },
      { name: 'grafana', exported_namespace: 'monitoring' },
      'The certificate monitoring/grafana ends in 9d 22h 0m 0s',
    ),
    silent('a month before the end', '2h', {
      [`certmanager_certificate_expiration_timestamp_seconds{${CERTIFICATE}}`]: `${BEGIN + 30 * 86_400}x130`,
    }),
  ],
  CertificateNotReady: [
    fires(
      'when it has not come after half an hour',
      '40m',
      { [`certmanager_certificate_ready_status{${CERTIFICATE},condition="False"}`]: '1x40' },
      { name: 'grafana', exported_namespace: 'monitoring', condition: 'False' },
      'The certificate monitoring/grafana is not ready',
    ),
    silent('when it is there', '40m', {
      [`certmanager_certificate_ready_status{${CERTIFICATE},condition="False"}`]: '0x40',
      [`certmanager_certificate_ready_status{${CERTIFICATE},condition="True"}`]: '1x40',
    }),
  ],
};

const delivery: Cases = {
  ApplicationOutOfSync: [
    fires(
      'when a folder is not what git says',
      '40m',
      { 'argocd_app_info{name="edge",sync_status="OutOfSync",health_status="Healthy"}': '1x40' },
      { name: 'edge', sync_status: 'OutOfSync', health_status: 'Healthy' },
      'edge is not what git says: OutOfSync',
    ),
    silent('when it is', '40m', {
      'argocd_app_info{name="edge",sync_status="Synced",health_status="Healthy"}': '1x40',
    }),
  ],
  ApplicationUnhealthy: [
    fires(
      'when something in it is broken',
      '20m',
      { 'argocd_app_info{name="edge",sync_status="Synced",health_status="Degraded"}': '1x20' },
      { name: 'edge', sync_status: 'Synced', health_status: 'Degraded' },
      'edge is Degraded',
    ),
    silent('while it is on its way', '20m', {
      'argocd_app_info{name="edge",sync_status="Synced",health_status="Progressing"}': '1x20',
    }),
  ],
};

const home: Cases = {
  HomeTunnelDown: [
    fires(
      'when no machine answers',
      '10m',
      { 'up{job="home",instance="nas"}': '0x10', 'up{job="home",instance="router"}': '0x10' },
      {},
      'No machine at home answers: the tunnel is probably down',
    ),
    silent('when one of them answers', '10m', {
      'up{job="home",instance="nas"}': '0x10',
      'up{job="home",instance="router"}': '1x10',
    }),
  ],
  HomeTargetDown: [
    fires(
      'when one machine is off',
      '20m',
      { 'up{job="home",instance="nas"}': '0x20', 'up{job="home",instance="router"}': '1x20' },
      { job: 'home', instance: 'nas' },
      'nas at home does not answer',
    ),
    silent('when the tunnel is down', '20m', {
      'up{job="home",instance="nas"}': '0x20',
      'up{job="home",instance="router"}': '0x20',
    }),
  ],
};

/** A node that is measured for eight days at these shares of its processors and memory, and bytes in a second. */
const week = (cpu: number, memory: number, network: number) => ({
  [`node:cpu_busy:ratio{${NODE_TEXT}}`]: `${cpu}x11520`,
  [`node:memory_used:ratio{${NODE_TEXT}}`]: `${memory}x11520`,
  [`node:network:bytes_per_second{${NODE_TEXT}}`]: `${network}x11520`,
});

const freeTier: Cases = {
  FreeTierReclaimRisk: [
    fires(
      'when all three are idle for a week',
      '180h',
      week(0.05, 0.1, 1000),
      NODE,
      'a has been idle for a week: Oracle may take it back',
    ),
    silent('when memory is in use', '180h', week(0.05, 0.4, 1000)),
    silent('when processors are in use', '180h', week(0.5, 0.1, 1000)),
    silent('when the network is in use', '180h', week(0.05, 0.1, 100_000_000)),
    silent('in the first days of a node', '72h', week(0.05, 0.1, 1000)),
  ],
};

/** Cases by the group of rules to which their alerts belong. */
export const cases: Readonly<Record<string, Cases>> = {
  monitoring,
  targets,
  node,
  volumes,
  workloads,
  certificates,
  delivery,
  home,
  'free-tier': freeTier,
};
