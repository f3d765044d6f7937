import type { Manifest } from '../../kubernetes/manifest.ts';
import type { Site } from '../../site/index.ts';
import { type Asked, type Overrun, overruns } from '../../site/plan/allowance.ts';
import type { Allowance } from '../../site/plan/always-free.ts';
import { type Share, sharesOf } from '../../site/plan/shares.ts';
import { PolicyContext } from '../context/context.ts';
import { grouped } from '../context/grouped.ts';
import { type Amounts, less, NOTHING, sum, times } from './amounts.ts';
import { type Load, loadsOf, SYSTEM_PART } from './loads.ts';
import { memoryLimits } from './memory-limits.ts';
import { askedOf } from './rented.ts';
import { type Room, roomsOf } from './rooms.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Part of the nodes that the platform may take; the rest is for what people run. */
const PLATFORM_SHARE = 0.4;

/** What a site asks of its nodes, and of its account. */
export interface Budget {
  /** What each node has for pods. */
  readonly nodes: readonly Room[];

  /** What each folder of `dist/`, each Helm chart and OKE itself ask for when nothing is being replaced. */
  readonly parts: readonly Part[];

  /** All nodes together. */
  readonly all: Amounts;

  /** What OKE runs by itself. */
  readonly system: Amounts;

  /** What the platform runs, its Helm charts included. */
  readonly platform: Amounts;

  /** The most that the platform may take. */
  readonly platformLimit: Amounts;

  /** What remains for people. */
  readonly left: Amounts;

  /** How that is shared out among the environments. */
  readonly shares: readonly Share[];

  readonly verdict: Verdict;

  /** What is rented from the cloud. */
  readonly rented: Asked;

  /** What the account gives of it without charge. */
  readonly allowance: Allowance;

  /** What is beyond that; only a site that says why it may cost comes to its budget with any. */
  readonly beyond: readonly Overrun[];
}

/** One line of the budget. */
export interface Part {
  readonly name: string;
  readonly amounts: Amounts;
}

/** Adds up what a site asks for. */
export function budgetOf(subjects: readonly Manifest[], site: Site): Budget {
  const nodes = roomsOf(site);
  const context = PolicyContext.of(subjects, site);
  const loads = context.fact(loadsOf);
  const rented = context.fact(askedOf);
  const { allowance } = site.cloud;
  const parts = partsOf(loads);
  const [system, platform] = [true, false].map((isSystem) =>
    sum([NOTHING, ...parts.filter(({ name }) => (name === SYSTEM_PART) === isSystem).map(({ amounts }) => amounts)]),
  ) as [Amounts, Amounts];
  const all = sum([NOTHING, ...nodes]);
  const left = less(all, sum([system, platform]));
  return {
    nodes,
    parts,
    all,
    system,
    platform,
    platformLimit: times(all, PLATFORM_SHARE),
    left,
    shares: sharesOf({ ...left, memoryLimitMebibytes: memoryLimitLeft(context, all, system) }, site.environments),
    verdict: context.fact(verdictOf),
    rented,
    allowance,
    beyond: overruns(rented, allowance),
  };
}

/** Memory that no pod may use yet; OKE's own pods count with what they ask for, as their limits are not known. */
function memoryLimitLeft(context: PolicyContext, all: Amounts, system: Amounts): number {
  const limits = context.fact(memoryLimits).map(({ mebibytes, nodes, each }) => mebibytes * (each ? nodes.length : 1));
  return all.memoryMebibytes - system.memoryMebibytes - limits.reduce((total, limit) => total + limit, 0);
}

/** What each folder of `dist/`, each Helm chart and OKE itself ask for, those with the most memory first. */
export function partsOf(loads: readonly Load[]): Part[] {
  return [...grouped(loads, ({ part }) => part)]
    .map(([name, group]) => ({ name, amounts: together(group) }))
    .sort((one, other) => other.amounts.memoryMebibytes - one.amounts.memoryMebibytes);
}

function together(loads: readonly Load[]): Amounts {
  return sum(
    loads.map(({ amounts, count, nodes, everyNode }) => times(amounts, everyNode ? count * nodes.length : count)),
  );
}
