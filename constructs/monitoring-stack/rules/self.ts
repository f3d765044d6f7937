import type { RuleGroup } from './rule.ts';

/** Gives a group of rules that is called `TEAM/ENVIRONMENT...` the labels of whose it is. */
function ofTeam(expr: string): string {
  const label = (inner: string, name: string, regex: string) =>
    `label_replace(${inner}, "${name}", "$1", "group", "${regex}")`;
  return label(label(expr, 'team', '([^/]+)/.+'), 'environment', '[^/]+/([^/:]+).*');
}

/** Monitoring itself. */
export const selfRules: RuleGroup = {
  name: 'monitoring',
  alerts: [
    {
      alert: 'Watchdog',
      expr: 'vector(1)',
      for: '0s',
      severity: 'none',
      summary: 'Always there: as long as it arrives at the heartbeat, rules are evaluated and alerts are sent',
      runbook:
        'Nothing to do. When the heartbeat misses it, the node or monitoring is down: begin with kubectl get nodes.',
    },
    {
      alert: 'NotificationsFailing',
      // What fails is sent again every five minutes: longer than the window, so that one that came later was none.
      expr: 'sum by (integration) (rate(alertmanager_notifications_failed_total[10m])) > 0',
      for: '15m',
      severity: 'critical',
      summary: 'Alerts cannot be sent by {{ $labels.integration }}',
      runbook:
        'The log of the pod alerts names the error: mostly a Secret is missing or stale. npm run secrets checks them all.',
    },
    {
      alert: 'RulesFailing',
      // Longer than the window and a restart of metrics, during which every rule fails. Those of a team go to the team, by
      // the name of the group.
      expr: ofTeam('sum by (group) (increase(vmalert_alerting_rules_errors_total[5m])) > 0'),
      for: '10m',
      severity: 'critical',
      summary: 'Rules of the group {{ $labels.group }} cannot be evaluated',
      runbook:
        'The log of the pod rules names the error: a query that yields more series than its group may, or metrics that are overloaded or down.',
    },
    {
      alert: 'TooManySeries',
      expr: 'max(vm_cache_entries{type="storage/hour_metric_ids"}) > 40000',
      for: '1h',
      severity: 'warning',
      summary: 'Metrics have {{ $value }} series in an hour, twice what disk and memory are planned for',
      runbook: 'The dashboard Budget shows which job brings them; drop labels with many values where they are made.',
    },
  ],
};
