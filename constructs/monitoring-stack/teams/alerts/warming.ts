import { numbers, warmWithin } from '../numbers.ts';
import { type AlertsOf, WEB_POD, whose } from './alert.ts';

/** Part of its time at which a service that still warms is told of: what grows on crosses the whole soon. */
const NEARLY = 0.9;

/** Whether services warm up in the time that they state. */
export const warming: AlertsOf = (team) => {
  const seconds = warmWithin(team);
  const all = numbers('service', seconds);
  if (!all) return [];
  const nearly = numbers('service', scaled(seconds, NEARLY));
  const age = ageOfWarming(Math.max(...Object.values(seconds)));
  return [
    {
      alert: 'ServiceWarmsSlowly',
      expr: `(${age} > on (service) group_left () ${nearly}) <= on (service) group_left () ${all}`,
      for: '0s',
      severity: 'warning',
      summary: `${whose(team)} has been warming for {{ $value | humanizeDuration }}, nearly all of the time that it has`,
      runbook:
        'Nothing is wrong yet. Raise health.warm.within before a release needs more than that, or find out what has become slower.',
    },
    {
      alert: 'ServiceNotWarm',
      expr: `${age} > on (service) group_left () ${all}`,
      for: '0s',
      severity: 'warning',
      summary: `${whose(team)} is still not warm after {{ $value | humanizeDuration }}, longer than it may take`,
      runbook:
        'The pods before it serve on. Its log tells what it waits for; it is ended after twice the time. Raise health.warm.within if it needs longer, or go back to the version before it.',
    },
  ];
};

/** How long the oldest pod of each service has run that was never ready: one that was is not warming any more. */
function ageOfWarming(longest: number): string {
  const ever = `${Math.max(7200, 3 * longest)}s`;
  return (
    `max by (service) (time() - kube_pod_container_state_started{${WEB_POD}} ` +
    'and on (pod, container) kube_pod_container_status_running == 1 ' +
    `and on (pod, container) max_over_time(kube_pod_container_status_ready[${ever}]) == 0 ` +
    `and on (pod) time() - kube_pod_start_time < ${ever})`
  );
}

function scaled(values: Readonly<Record<string, number>>, by: number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value * by]));
}
