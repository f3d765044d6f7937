import type { HomeTargets } from '../scrape/index.ts';
import { budgetRules, type DiskAllowance } from './budget.ts';
import { certificateRules } from './certificates.ts';
import { deliveryRules } from './delivery.ts';
import { freeTierRules } from './free-tier.ts';
import { gatewayRules } from './gateway.ts';
import { homeRules } from './home.ts';
import { nodeRules } from './node.ts';
import type { Alert, RuleGroup } from './rule.ts';
import { selfRules } from './self.ts';
import { type ExpectedParts, targetRules } from './targets.ts';
import { volumeRules } from './volumes.ts';
import { workloadRules } from './workloads.ts';

export type { DiskAllowance } from './budget.ts';
export { type Alert, type Recording, type RuleGroup, rulesYaml, type Severity } from './rule.ts';
export type { ExpectedParts } from './targets.ts';

/** What the rules of a site depend on. */
export interface RuleOptions {
  /** Targets at home; without any there is nothing to miss. */
  readonly home: HomeTargets;

  /** Whether there are services at home that are asked whether they answer. */
  readonly homeServices: boolean;

  /**
   * Whether the gateway gives out its metrics.
   *
   * @default - no: there is none, or nobody asks it
   */
  readonly gateway?: boolean | undefined;

  /** OCPUs of the largest node. */
  readonly ocpus: number;

  /** Whether the cloud may take idle machines back. */
  readonly reclaimable: boolean;

  /**
   * What the site has of disks.
   *
   * @default - nobody is told: the site may cost
   */
  readonly disks?: DiskAllowance | undefined;

  /**
   * Parts that are missed besides those that every site has.
   *
   * @default - none
   */
  readonly parts?: ExpectedParts | undefined;

  /** Alerts that the site itself states. */
  readonly own: readonly Alert[];
}

/** The group of the alerts that the site itself states. */
export const OWN_GROUP = 'site';

/** Every rule of a site. */
export function ruleGroups(options: RuleOptions): RuleGroup[] {
  const {
    home,
    homeServices,
    gateway = false,
    ocpus,
    reclaimable,
    disks,
    own,
    parts = { scraped: [], deployments: [] },
  } = options;
  const asked = { targets: Object.keys(home).length > 0, services: homeServices };
  const atHome = homeRules(asked);
  return [
    selfRules,
    targetRules(parts),
    nodeRules,
    volumeRules,
    workloadRules,
    certificateRules,
    deliveryRules,
    budgetRules(disks),
    ...(atHome.alerts.length > 0 ? [atHome] : []),
    ...(gateway ? [gatewayRules(asked)] : []),
    ...(reclaimable ? [freeTierRules(ocpus, gateway)] : []),
    ...(own.length > 0 ? [{ name: OWN_GROUP, alerts: own }] : []),
  ];
}
