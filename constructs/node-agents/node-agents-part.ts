import { type MonitoringPart, parts } from '../monitoring-stack/index.ts';

/** What a monitoring stack misses when the agents of the nodes are silent. */
export const nodeAgentsPart: MonitoringPart = {
  expects: [parts.logCollector.name, parts.nodeMetrics.name],
  rules: [
    {
      name: 'monitoring',
      alerts: [
        {
          alert: 'LogsMissing',
          expr: 'sum(increase(vl_rows_ingested_total{job="logs"}[30m])) == 0',
          for: '30m',
          severity: 'warning',
          summary: 'No log line has arrived for an hour',
          runbook: 'Look at the pods log-collector (namespace agents) and logs (namespace monitoring).',
        },
      ],
    },
  ],
};
