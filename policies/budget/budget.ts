import type { Site } from '../../site/index.ts';
import { PolicyContext } from '../context/context.ts';
import { grouped } from '../context/grouped.ts';
import type { Subject } from '../subject.ts';
import { type Amounts, less, NOTHING, sum, times } from './amounts.ts';
import type { Room } from './blocking.ts';
import { loadsOf } from './loads.ts';
import { roomsOf } from './rooms.ts';
import { SYSTEM_PART } from './system.ts';
import type { Load, Verdict } from './verdict.ts';
import { verdictOf } from './verdict-of.ts';

/** Part of the nodes that the platform may take; the rest is for what people run. */
export const PLATFORM_SHARE = 0.4;

/** What a site asks of its nodes. */
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

  readonly verdict: Verdict;
}

/** One line of the budget. */
export interface Part {
  readonly name: string;
  readonly amounts: Amounts;
}

/** Adds up what a site asks for. */
export function budgetOf(subjects: readonly Subject[], site: Site): Budget {
  const nodes = roomsOf(site);
  const context = PolicyContext.of(subjects, site);
  const loads = context.fact(loadsOf);
  const parts = [...grouped(loads, ({ part }) => part)]
    .map(([name, group]) => ({ name, amounts: together(group) }))
    .sort((one, other) => other.amounts.memoryMebibytes - one.amounts.memoryMebibytes);
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
    verdict: context.fact(verdictOf),
  };
}

function together(loads: readonly Load[]): Amounts {
  return sum(
    loads.map(({ amounts, count, nodes, everyNode }) => times(amounts, everyNode ? count * nodes.length : count)),
  );
}
