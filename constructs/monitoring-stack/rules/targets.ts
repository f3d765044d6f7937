import type { RuleGroup } from './rule.ts';

/** What every site must have a living target of; without one nobody would miss it. */
const EXPECTED = [
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

/** What is scraped, and what should be. */
export const targetRules: RuleGroup = {
  name: 'targets',
  alerts: [
    {
      alert: 'TargetDown',
      expr: 'up{job!~"home|gateway"} == 0',
      for: '5m',
      severity: 'warning',
      summary: '{{ $labels.job }} at {{ $labels.instance }} does not answer with its metrics',
      runbook:
        'Is the pod ready, and does the port of its annotation prometheus.io/port answer? The page /targets of metrics tells the error.',
    },
    {
      alert: 'PartMissing',
      expr: EXPECTED.map((job) => `absent(up{job="${job}"})`).join(' or '),
      for: '10m',
      severity: 'critical',
      summary: 'Nothing has been heard of {{ $labels.job }} for ten minutes',
      runbook:
        'Look for its pod: kubectl get pods -A -l app.kubernetes.io/name={{ $labels.job }}, and for its Application in Argo CD.',
    },
  ],
};
