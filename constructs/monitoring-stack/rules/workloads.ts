import type { RuleGroup } from './rule.ts';

/** Pods and what keeps them running. */
export const workloadRules: RuleGroup = {
  name: 'workloads',
  alerts: [
    {
      alert: 'PodCrashLooping',
      expr: 'max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"}[5m]) == 1',
      for: '10m',
      severity: 'critical',
      summary: '{{ $labels.container }} in {{ $labels.namespace }}/{{ $labels.pod }} ends again and again',
      runbook:
        'kubectl logs --previous tells why it ended the last time. A bad release goes away by reverting its commit.',
    },
    {
      alert: 'PodNotRunning',
      expr: 'sum by (namespace, pod) (kube_pod_status_phase{phase=~"Pending|Unknown|Failed"}) > 0',
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.namespace }}/{{ $labels.pod }} has not been running for a quarter of an hour',
      runbook:
        'kubectl describe pod names the cause: no room on the node, a missing Secret, an image that cannot be fetched.',
    },
    {
      alert: 'ContainerOutOfMemory',
      expr:
        'increase(kube_pod_container_status_restarts_total[10m]) > 0 and on (namespace, pod, container) ' +
        'kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1',
      for: '0s',
      severity: 'warning',
      summary: '{{ $labels.container }} in {{ $labels.namespace }}/{{ $labels.pod }} was killed at its memory limit',
      runbook: 'Raise its limit if the growth is honest (dashboard Cluster); if it grows for ever, it leaks.',
    },
    {
      alert: 'DeploymentIncomplete',
      expr: 'kube_deployment_status_replicas_available < kube_deployment_spec_replicas',
      for: '15m',
      severity: 'warning',
      summary:
        '{{ $labels.namespace }}/{{ $labels.deployment }} has {{ $value }} pods that serve, fewer than it should',
      runbook: 'kubectl describe deployment, then its newest pods: why are they not ready?',
    },
    {
      alert: 'JobFailed',
      expr: 'kube_job_failed{condition="true"} == 1',
      for: '1m',
      severity: 'warning',
      summary: 'The Job {{ $labels.namespace }}/{{ $labels.job_name }} has failed',
      runbook: 'kubectl logs job/NAME tells why. The alert ends when the Job is removed or its successor has run.',
    },
  ],
};
