import type { Alert } from '../rules/index.ts';

/** Network of the shape VM.Standard.A1.Flex: 1 Gbit/s for each OCPU. */
const BYTES_PER_SECOND_AND_OCPU = 1_000_000_000 / 8;

/** Network of the shape VM.Standard.E2.1.Micro: 480 Mbit/s (Oracle, Compute Shapes, as quoted; not confirmed). */
const GATEWAY_BYTES_PER_SECOND = 480_000_000 / 8;

/** Below this much use of processors, network and memory over a week, all three, Oracle calls a machine idle. */
const IDLE = 0.2;

/** A week has 168 hours: fewer measured ones would say nothing yet. */
const ENOUGH_HOURS = 160;

/** What the use of a machine is held against. */
interface Idle {
  readonly job: string;

  /** Bytes that its network carries in a second, either way. */
  readonly bandwidth: number;

  /** Whether its memory counts: that of ARM machines alone. */
  readonly memory: boolean;
}

/**
 * Oracle takes idle machines of free accounts back (Always Free Resources, "Reclamation of Idle Compute Instances":
 * over 7 days the 95th percentile of each below 20 %).
 *
 * @param ocpus OCPUs of the largest node, by which its network is measured
 * @param gateway whether the gateway gives out its metrics
 */
export function idleAlerts(ocpus: number, gateway: boolean): Alert[] {
  return [nodeIdle(ocpus), ...(gateway ? [gatewayIdle] : [])];
}

function idleForAWeek({ job, bandwidth, memory }: Idle): string {
  const of = `{job="${job}"}[7d]`;
  return [
    `quantile_over_time(0.95, node:cpu_busy:ratio${of}) < ${IDLE}`,
    ...(memory ? [`quantile_over_time(0.95, node:memory_used:ratio${of}) < ${IDLE}`] : []),
    `quantile_over_time(0.95, node:network:bytes_per_second${of}) < ${IDLE * bandwidth}`,
    `count_over_time(node:cpu_busy:ratio{job="${job}"}[7d:1h]) > ${ENOUGH_HOURS}`,
  ].join(' and ');
}

function nodeIdle(ocpus: number): Alert {
  return {
    alert: 'FreeTierReclaimRisk',
    expr: idleForAWeek({ job: 'node-metrics', bandwidth: ocpus * BYTES_PER_SECOND_AND_OCPU, memory: true }),
    for: '1h',
    severity: 'warning',
    summary: '{{ $labels.instance }} has been idle for a week: Oracle may take it back',
    runbook:
      'Either give it something to do, for instance more memory to what runs there, or turn the account into pay-as-you-go: its machines are never taken back, and what is free stays free.',
  };
}

const gatewayIdle: Alert = {
  alert: 'GatewayMayBeReclaimed',
  expr: idleForAWeek({ job: 'gateway', bandwidth: GATEWAY_BYTES_PER_SECOND, memory: false }),
  for: '1h',
  severity: 'warning',
  summary: 'The gateway has been idle for a week: Oracle may stop it, and home and kubectl with it',
  runbook:
    'A gateway is idle by nature: turn the account into pay-as-you-go, whose machines are never taken back and where what is free stays free. docs/infrastructure.md tells more under Reclaim.',
};
