import {
  type MonitoringPart,
  type RuleGroup,
  relabel,
  type ScrapeJob,
} from '../../constructs/monitoring-stack/index.ts';

/** Argo CD gives its metrics out on a port of its own, however it was installed. */
const job: ScrapeJob = {
  job_name: 'argo-cd',
  kubernetes_sd_configs: [{ role: 'pod' }],
  relabel_configs: [
    relabel.keepIf('__meta_kubernetes_pod_label_app_kubernetes_io_name', 'argocd-application-controller'),
    relabel.dropIf('__meta_kubernetes_pod_annotation_prometheus_io_scrape', 'true'),
    relabel.noInitContainers,
    relabel.running,
    {
      source_labels: ['__meta_kubernetes_pod_ip'],
      regex: '(.+)',
      target_label: '__address__',
      replacement: '$1:8082',
    },
    relabel.jobFromPod,
    ...relabel.whereItRuns,
  ],
  metric_relabel_configs: [relabel.dropIf('__name__', '.+_bucket')],
};

/** Argo CD: whether the cluster is what git says. */
const rules: RuleGroup = {
  name: 'delivery',
  alerts: [
    {
      alert: 'ApplicationOutOfSync',
      expr: 'argocd_app_info{sync_status!="Synced"} == 1',
      for: '30m',
      severity: 'warning',
      summary: '{{ $labels.name }} is not what git says: {{ $labels.sync_status }}',
      runbook: 'kubectl get application -n argocd NAME -o yaml shows the message under status.operationState.',
    },
    {
      alert: 'ApplicationUnhealthy',
      expr: 'argocd_app_info{health_status=~"Degraded|Missing|Unknown"} == 1',
      for: '15m',
      severity: 'critical',
      summary: '{{ $labels.name }} is {{ $labels.health_status }}',
      runbook:
        'The Application names the object that is not well; kubectl describe it. Reverting the last commit is the quickest way back.',
    },
  ],
};

/** What of Argo CD is watched. */
export const argoCdPart: MonitoringPart = {
  scrape: [job],
  rules: [rules],
  expects: ['argocd-application-controller'],
};
