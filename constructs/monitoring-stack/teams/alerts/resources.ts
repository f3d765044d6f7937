import { type AlertsOf, OF_SERVICE, WEB_POD, whose } from './alert.ts';

/**
 * Part of its periods in which a process is throttled at which somebody waits for it.
 *
 * The mixin of kubernetes-monitoring has 25 % for fifteen minutes (CPUThrottlingHigh); here it is for an hour, since
 * warming up takes all that it gets.
 */
const THROTTLED = 0.25;

/** Part of its memory limit that is near it; the mixins of node and volumes have 90 % too. */
const NEAR_LIMIT = 0.9;

/** Whether services have the processor and the memory that they need. */
export const resources: AlertsOf = (team) => [
  {
    alert: 'ServiceThrottled',
    expr:
      `sum by (service) (rate(container_cpu_cfs_throttled_periods_total{${WEB_POD}}[15m])) / ` +
      `sum by (service) (rate(container_cpu_cfs_periods_total{${WEB_POD}}[15m])) > ${THROTTLED}`,
    for: '1h',
    severity: 'warning',
    summary: `${whose(team)} is kept from computing in {{ $value | humanizePercentage }} of its periods`,
    runbook:
      'It asks for more than four times its size of processor, so its answers are late: raise its size, or replicas.',
  },
  {
    alert: 'MemoryNearLimit',
    expr:
      `max by (service) (container_memory_working_set_bytes{${OF_SERVICE}} / on (pod, container) group_left () ` +
      `kube_pod_container_resource_limits{resource="memory"}) > ${NEAR_LIMIT}`,
    for: '15m',
    severity: 'warning',
    summary: `${whose(team)} takes {{ $value | humanizePercentage }} of the memory that it may`,
    runbook:
      'Raise its size if the growth is honest (dashboard Cluster); if it grows for ever, it leaks. At the limit it is killed.',
  },
  {
    alert: 'OutOfMemory',
    expr:
      `max by (service) (increase(kube_pod_container_status_restarts_total{${OF_SERVICE}}[10m]) > 0 ` +
      'and on (pod, container) kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1)',
    for: '0s',
    severity: 'warning',
    summary: `A pod of ${whose(team)} was killed at its memory limit`,
    runbook: 'Raise its size if the growth is honest (dashboard Cluster); if it grows for ever, it leaks.',
  },
];
