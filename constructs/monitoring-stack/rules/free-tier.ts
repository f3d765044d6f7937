import type { RuleGroup } from './rule.ts';

/** Network of the shape VM.Standard.A1.Flex: 1 Gbit/s for each OCPU. */
const BYTES_PER_SECOND_AND_OCPU = 1_000_000_000 / 8;

/** Below this much use of processors, network and memory over a week, all three, Oracle calls a machine idle. */
const IDLE = 0.2;

/** A week has 168 hours: fewer measured ones would say nothing yet. */
const ENOUGH_HOURS = 160;

/**
 * Oracle takes idle machines of free accounts back (Always Free Resources, "Reclamation of Idle Compute Instances":
 * over 7 days the 95th percentile of each below 20 %).
 *
 * @param ocpus OCPUs of the largest node, by which its network is measured
 */
export function freeTierRules(ocpus: number): RuleGroup {
  const bandwidth = ocpus * BYTES_PER_SECOND_AND_OCPU;
  return {
    name: 'free-tier',
    alerts: [
      {
        alert: 'FreeTierReclaimRisk',
        expr: [
          `quantile_over_time(0.95, node:cpu_busy:ratio{job="node-metrics"}[7d]) < ${IDLE}`,
          `quantile_over_time(0.95, node:memory_used:ratio{job="node-metrics"}[7d]) < ${IDLE}`,
          `quantile_over_time(0.95, node:network:bytes_per_second{job="node-metrics"}[7d]) < ${IDLE * bandwidth}`,
          `count_over_time(node:cpu_busy:ratio{job="node-metrics"}[7d:1h]) > ${ENOUGH_HOURS}`,
        ].join(' and '),
        for: '1h',
        severity: 'warning',
        summary: '{{ $labels.instance }} has been idle for a week: Oracle may take it back',
        runbook:
          'Either give it something to do, for instance more memory to what runs there, or turn the account into pay-as-you-go: its machines are never taken back, and what is free stays free.',
      },
    ],
  };
}
