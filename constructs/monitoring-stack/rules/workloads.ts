import { ofCronJob, STARTED } from './jobs.ts';
import type { RuleGroup } from './rule.ts';

/** What belongs to no service of a team. */
const OF_NO_SERVICE = 'service=""';

/** When a Job of each CronJob succeeded the last time: only then has one a time of completion. */
const LAST_SUCCESS = `max by (namespace, owner_name) (${ofCronJob('kube_job_status_completion_time')})`;

/** Pods that their node ended, of which each stays until somebody removes it. */
const EVICTED = 'kube_pod_status_reason{reason="Evicted"}';

/** The workload of each pod, whose own name is new with each copy: a pod of nobody is its own. A pod has one controller. */
const WORKLOAD = [
  ofPods('owner_is_controller="true",owner_kind="ReplicaSet"', 'owner_name', '(.+)-[^-]+'),
  ofPods('owner_is_controller="true",owner_kind!="ReplicaSet"', 'owner_name', '(.+)'),
  ofPods('owner_kind=""', 'pod', '(.+)'),
].join(' or ');

function ofPods(labels: string, from: string, pattern: string): string {
  return `label_replace(kube_pod_owner{${labels}}, "workload", "$1", "${from}", "${pattern}")`;
}

/** Pods and what keeps them running; services of teams have alerts of their own for all but evictions. */
export const workloadRules: RuleGroup = {
  name: 'workloads',
  alerts: [
    {
      alert: 'PodCrashLooping',
      expr: `max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff",${OF_NO_SERVICE}}[5m]) == 1`,
      for: '10m',
      severity: 'critical',
      summary: '{{ $labels.container }} in {{ $labels.namespace }}/{{ $labels.pod }} ends again and again',
      runbook:
        'kubectl logs --previous tells why it ended the last time. A bad release goes away by reverting its commit.',
    },
    {
      alert: 'PodNotRunning',
      // A pod that has failed is over: what replaces it counts, and a Job has an alert of its own.
      expr: `sum by (namespace, pod, team, environment) (kube_pod_status_phase{phase=~"Pending|Unknown",${OF_NO_SERVICE}}) > 0`,
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.namespace }}/{{ $labels.pod }} has not been running for a quarter of an hour',
      runbook:
        'kubectl describe pod names the cause: no room on the node, a missing Secret, an image that cannot be fetched.',
    },
    {
      alert: 'PodEvicted',
      // Each counts for an hour. A full disk ended fifteen copies of one workload within seconds: that is one alert.
      expr:
        `sum by (namespace, workload, team, environment, service) ((${EVICTED} == 1 unless ${EVICTED} offset 1h == 1) * ` +
        `on (namespace, pod) group_left (workload) max by (namespace, pod, workload) (${WORKLOAD}))`,
      for: '0s',
      severity: 'warning',
      summary:
        'Pods of {{ $labels.namespace }}/{{ $labels.workload }} were ended by their node: {{ $value }} within an hour',
      runbook:
        'kubectl describe pod of one that Failed names what ran short: memory or disk of the node, or its own limit for logs and scratch directories. Another pod takes its place; those that failed may be deleted.',
    },
    {
      alert: 'ContainerOutOfMemory',
      expr:
        `increase(kube_pod_container_status_restarts_total{${OF_NO_SERVICE}}[10m]) > 0 and on (namespace, pod, container) ` +
        'kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1',
      for: '0s',
      severity: 'warning',
      summary: '{{ $labels.container }} in {{ $labels.namespace }}/{{ $labels.pod }} was killed at its memory limit',
      runbook: 'Raise its limit if the growth is honest (dashboard Cluster); if it grows for ever, it leaks.',
    },
    {
      alert: 'DeploymentIncomplete',
      expr: `kube_deployment_status_replicas_available{${OF_NO_SERVICE}} < kube_deployment_spec_replicas`,
      for: '15m',
      severity: 'warning',
      summary:
        '{{ $labels.namespace }}/{{ $labels.deployment }} has {{ $value }} pods that serve, fewer than it should',
      runbook: 'kubectl describe deployment, then its newest pods: why are they not ready?',
    },
    {
      alert: 'StatefulSetIncomplete',
      expr: 'kube_statefulset_status_replicas_ready < kube_statefulset_replicas',
      for: '15m',
      severity: 'warning',
      summary:
        '{{ $labels.namespace }}/{{ $labels.statefulset }} has {{ $value }} pods that serve, fewer than it should',
      runbook:
        'kubectl describe statefulset, then its pods: the first that is not ready holds up the others. Argo CD with none changes nothing in the cluster any more.',
    },
    {
      alert: 'DaemonSetIncomplete',
      expr: 'kube_daemonset_status_number_available < kube_daemonset_status_desired_number_scheduled',
      for: '15m',
      severity: 'warning',
      summary: '{{ $labels.namespace }}/{{ $labels.daemonset }} serves on {{ $value }} nodes, fewer than it should',
      runbook: 'kubectl describe daemonset, then its pods: which node has none, and why is it not ready there?',
    },
    {
      alert: 'JobFailed',
      expr: `kube_job_failed{condition="true",${OF_NO_SERVICE}} == 1 unless on (namespace, job_name) (${ofCronJob(STARTED)} < on (namespace, owner_name) group_left () ${LAST_SUCCESS})`,
      for: '1m',
      severity: 'warning',
      summary: 'The Job {{ $labels.namespace }}/{{ $labels.job_name }} has failed',
      runbook:
        'kubectl logs job/NAME tells why. The alert ends when the Job is removed, or when a later one of its CronJob succeeds.',
    },
  ],
};
