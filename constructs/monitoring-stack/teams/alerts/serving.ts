import { FETCHES_WITHIN, numbers, readyWithin } from '../numbers.ts';
import { type AlertsOf, namespaceOf, OF_SERVICE, WEB_DEPLOYMENT, whose } from './alert.ts';

/** Whether services answer, with as many pods as they should. */
export const serving: AlertsOf = (team) => {
  const within = numbers('service', readyWithin(team));
  const first = numbers('service', withFetching(readyWithin(team)));
  return [
    within && first ? down(team, first) : undefined,
    {
      alert: 'ServiceNotReady',
      // What is still within the time that it has to become ready is no fault yet: each release begins like that.
      expr:
        `sum by (service, deployment) (kube_deployment_spec_replicas{${OF_SERVICE}} - kube_deployment_status_replicas_ready) > 0` +
        (within ? ` unless on (service) (${starting(within)})` : ''),
      for: '15m',
      severity: 'warning',
      summary: `${whose(team)} has {{ $value }} pods fewer that are ready than it should ({{ $labels.deployment }})`,
      runbook: `kubectl describe pod -n ${namespaceOf(team)} -l service={{ $labels.service }} tells what the pods that are not ready wait for: their own check, room on a node, or what they call.`,
    },
    {
      alert: 'ServiceRestarting',
      expr: `max by (service) (increase(kube_pod_container_status_restarts_total{${OF_SERVICE}}[30m])) >= 3`,
      for: '1m',
      severity: 'warning',
      summary: `A pod of ${whose(team)} has ended {{ $value | humanize }} times in half an hour`,
      runbook: `kubectl logs --previous -n ${namespaceOf(team)} POD tells why it ended the last time. If it began with a release, go back to the version before it.`,
    },
    {
      alert: 'ServiceUnmeasured',
      expr:
        `count by (service) (up{${OF_SERVICE}} == 0 and on (instance) ` +
        'label_replace(kube_pod_status_ready{condition="true"} == 1, "instance", "$1", "pod", "(.+)")) > 0',
      for: '15m',
      severity: 'warning',
      summary: `{{ $value }} pods of ${whose(team)} are ready and give out no metrics`,
      runbook:
        'Do port and path of metrics agree with what the service listens on? Until then its own alerts are silent.',
    },
  ];
};

/** A service that was never there is not down while it may still begin. */
function down(team: Parameters<AlertsOf>[0], first: string) {
  return {
    alert: 'ServiceDown',
    expr:
      `sum by (service) (kube_deployment_status_replicas_ready{${WEB_DEPLOYMENT}}) == 0 ` +
      `and on (service) sum by (service) (kube_deployment_spec_replicas{${WEB_DEPLOYMENT}}) > 0 ` +
      `and on (service) (time() - min by (service) (kube_deployment_created{${WEB_DEPLOYMENT}}) > on (service) ${first})`,
    for: '3m',
    severity: 'critical',
    summary: `${whose(team)} is down: none of its pods is ready`,
    runbook: `kubectl get pods -n ${namespaceOf(team)} -l service={{ $labels.service }} and the log of the newest tell why. If it began with a release, go back to the version before it.`,
  } as const;
}

/** Containers that are not ready and may still become so. */
function starting(within: string): string {
  return (
    `(time() - kube_pod_container_state_started{${OF_SERVICE}} < on (service) group_left () ${within}) ` +
    'and on (pod, container) kube_pod_container_status_ready == 0'
  );
}

function withFetching(within: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(within).map(([service, seconds]) => [service, seconds + FETCHES_WITHIN]));
}
