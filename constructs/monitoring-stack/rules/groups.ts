import { budgetRules } from './budget.ts';
import { certificateRules } from './certificates.ts';
import { type FullDisk, fullDiskOf } from './full-disk.ts';
import { nodeRules } from './node.ts';
import type { Alert, RuleGroup } from './rule.ts';
import { selfRules } from './self.ts';
import { type ExpectedParts, targetRules } from './targets.ts';
import { volumeRules } from './volumes.ts';
import { workloadRules } from './workloads.ts';

/** What the rules of a stack depend on. */
export interface RuleOptions {
  /** Namespace of the stack. */
  readonly namespace: string;

  /** What is missed besides the stack itself. */
  readonly expected: ExpectedParts;

  /**
   * When the disk of a node counts as full.
   *
   * @default - as the kubelet does by default
   */
  readonly fullDisk?: FullDisk | undefined;

  /** Rules of the parts. */
  readonly ofParts: readonly RuleGroup[];

  /** Alerts that the user of the stack states. */
  readonly own: readonly Alert[];
}

/** The group of the alerts that the user of the stack states. */
export const OWN_GROUP = 'site';

/** Groups in the order of the file, from monitoring itself outwards; others follow as their parts are stated. */
const ORDER = ['monitoring', 'targets', 'node', 'volumes', 'workloads', 'certificates', 'delivery', 'budget'];

/** Every rule of a stack: groups of one name are one. */
export function ruleGroups({ namespace, expected, fullDisk, ofParts, own }: RuleOptions): RuleGroup[] {
  const disk = fullDiskOf(fullDisk);
  const groups = [
    selfRules,
    targetRules(expected),
    nodeRules(disk),
    volumeRules(disk, namespace),
    workloadRules,
    certificateRules,
    budgetRules,
    ...ofParts,
  ];
  const names = [...ORDER, ...groups.map(({ name }) => name)];
  return [
    ...[...new Set(names)].flatMap((name) => joined(groups.filter((group) => group.name === name))),
    ...(own.length > 0 ? [{ name: OWN_GROUP, alerts: own }] : []),
  ];
}

/** Groups of one name as one, or none where there are none. */
function joined(groups: readonly RuleGroup[]): RuleGroup[] {
  const [first] = groups;
  if (!first || groups.length === 1) return [...groups];
  const recordings = groups.flatMap((group) => group.recordings ?? []);
  const alerts = groups.flatMap((group) => group.alerts);
  return [{ name: first.name, ...(recordings.length > 0 && { recordings }), alerts }];
}
