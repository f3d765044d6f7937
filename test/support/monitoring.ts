import { freeTierPart, homePart, type MonitoringPart } from '../../constructs/monitoring-stack/index.ts';
import { type RuleGroup, type RuleOptions, ruleGroups } from '../../constructs/monitoring-stack/rules/index.ts';
import { nodeAgentsPart } from '../../constructs/node-agents/index.ts';
import { argoCdPart } from '../../platform/argo-cd/index.ts';

/** Disks of an account of which half costs nothing, in Oracle's cloud. */
export const disks = { bootGb: 100, allowedGb: 200, smallestGb: 50, driver: 'blockvolume.csi.oraclecloud.com' };

/** Every part that a platform may have, each with all that it can watch. */
export const everyPart: readonly MonitoringPart[] = [
  nodeAgentsPart,
  argoCdPart,
  homePart({ targets: { nas: '192.168.4.10:9100' }, services: true, gateway: '10.0.0.10:9100' }),
  freeTierPart({ ocpus: 2, gateway: true, disks }),
];

/** The rules of a stack in the namespace `monitoring` with these parts. */
export function rulesWith(parts: readonly MonitoringPart[], more: Partial<RuleOptions> = {}): RuleGroup[] {
  const ofParts = parts.flatMap(({ rules = [] }) => rules);
  return ruleGroups({ namespace: 'monitoring', expected: {}, ofParts, own: [], ...more });
}
