import type { RuleGroup } from './rule.ts';

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
      // Longer than the window and a restart of metrics, during which every rule fails.
      expr: 'sum by (group) (increase(vmalert_alerting_rules_errors_total[5m])) > 0',
      for: '10m',
      severity: 'critical',
      summary: 'Rules of the group {{ $labels.group }} cannot be evaluated',
      runbook: 'The log of the pod rules names the error; metrics may be overloaded or down.',
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
