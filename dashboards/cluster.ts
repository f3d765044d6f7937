import type { Board } from './board.ts';
import { figure, graph, table } from './panels.ts';

const PODS = 'namespace=~"$namespace"';

/** What runs in the cluster. */
export const cluster: Board = {
  uid: 'cluster',
  title: 'Cluster',
  description: 'Pods and containers: what runs, what does not, and what takes the node.',
  choices: [{ name: 'namespace', label: 'Namespace', query: 'label_values(kube_pod_info, namespace)' }],
  panels: [
    figure({
      title: 'Running pods',
      description: 'Pods of the chosen namespaces that run.',
      unit: 'short',
      queries: [{ expr: `sum(kube_pod_status_phase{${PODS},phase="Running"})` }],
    }),
    figure({
      title: 'Pods that do not run',
      description: 'Pods that wait, failed or are not heard of.',
      unit: 'short',
      limits: [1, 3],
      queries: [{ expr: `sum(kube_pod_status_phase{${PODS},phase=~"Pending|Failed|Unknown"})` }],
    }),
    figure({
      title: 'Restarts in an hour',
      description: 'Containers that ended and were started again.',
      unit: 'short',
      limits: [1, 10],
      queries: [{ expr: `sum(increase(kube_pod_container_status_restarts_total{${PODS}}[1h]))` }],
    }),
    figure({
      title: 'Applications not in sync',
      description: 'Argo CD Applications whose objects are not what git says.',
      unit: 'short',
      limits: [1],
      queries: [{ expr: 'count(argocd_app_info{sync_status!="Synced"}) or vector(0)' }],
    }),
    graph({
      title: 'Processors by pod',
      description: 'Cores that each pod uses; the ten busiest.',
      unit: 'short',
      stacked: true,
      queries: [
        {
          expr: `topk(10, sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{${PODS}}[5m])))`,
          legend: '{{namespace}}/{{pod}}',
        },
      ],
    }),
    graph({
      title: 'Memory by pod',
      description: 'Memory that each pod uses and that cannot be taken back; the ten largest.',
      unit: 'bytes',
      stacked: true,
      queries: [
        {
          expr: `topk(10, sum by (namespace, pod) (container_memory_working_set_bytes{${PODS}}))`,
          legend: '{{namespace}}/{{pod}}',
        },
      ],
    }),
    graph({
      title: 'Throttled',
      description: 'Share of time slices in which a container had reached its CPU limit; the ten highest.',
      unit: 'percentunit',
      queries: [
        {
          expr:
            `topk(10, sum by (namespace, pod) (rate(container_cpu_cfs_throttled_periods_total{${PODS}}[5m])) / ` +
            `sum by (namespace, pod) (rate(container_cpu_cfs_periods_total{${PODS}}[5m])))`,
          legend: '{{namespace}}/{{pod}}',
        },
      ],
    }),
    graph({
      title: 'Network by pod',
      description: 'Bytes that come in and go out in a second; the ten busiest.',
      unit: 'Bps',
      queries: [
        {
          expr:
            `topk(10, sum by (namespace, pod) (rate(container_network_receive_bytes_total{${PODS}}[5m]) + ` +
            `rate(container_network_transmit_bytes_total{${PODS}}[5m])))`,
          legend: '{{namespace}}/{{pod}}',
        },
      ],
    }),
    table({
      title: 'Applications',
      description: 'What Argo CD says of each Application.',
      unit: 'short',
      queries: [{ expr: 'sum by (name, sync_status, health_status) (argocd_app_info)' }],
    }),
  ],
};
