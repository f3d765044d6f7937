import type { Manifest } from '../../kubernetes/manifest.ts';
import { grouped } from '../../site/index.ts';
import {
  type Allowance,
  type Overrun,
  overruns,
  ownerName,
  PLATFORM,
  PLATFORM_SHARE,
  type Plan,
  type Portion,
  type RentedItems,
  type Share,
  sharesOf,
} from '../../site/plan/index.ts';
import { PolicyContext } from '../context/context.ts';
import { type Amounts, less, NOTHING, sum, times } from './amounts.ts';
import { type Load, loadsOf, SYSTEM_PART } from './loads.ts';
import { memoryLimits } from './memory-limits.ts';
import { rentedOf } from './rented.ts';
import { type Room, roomsOf } from './rooms.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** What a site requests of its nodes, and rents. */
export interface Budget {
  /** What each node has for pods. */
  readonly nodes: readonly Room[];

  /** What each folder of `dist/`, each Helm chart and OKE itself request when nothing is being replaced. */
  readonly parts: readonly Part[];

  /** All nodes together. */
  readonly all: Amounts;

  /** What OKE runs by itself. */
  readonly system: Amounts;

  /** What the platform runs, its Helm charts included. */
  readonly platform: Amounts;

  /** The most that the platform may take. */
  readonly platformLimit: Amounts;

  /** What remains for people, whatever their teams request. */
  readonly left: Amounts;

  /** What each team requests, and the most that it may have. */
  readonly teams: readonly TeamBudget[];

  /** How that is shared out among the environments. */
  readonly shares: readonly Share[];

  readonly verdict: Verdict;

  /** What is rented from the cloud. */
  readonly rented: RentedItems;

  /** What the account gives of it without charge. */
  readonly allowance: Allowance;

  /** What is beyond that; only a site that says why it may cost comes to its budget with any. */
  readonly beyond: readonly Overrun[];
}

/** One line of the budget. */
export interface Part {
  readonly name: string;

  /** Whose it is: the platform's, a team's in an environment, or the cloud's own. */
  readonly owner: string;
  readonly amounts: Amounts;
}

/** What one team in one environment requests. */
export interface TeamBudget {
  /** `shop-prod`. */
  readonly owner: string;
  readonly asked: Amounts;
  readonly quota: Portion;
}

/** Adds up what a site requests. */
export function budgetOf(subjects: readonly Manifest[], plan: Plan): Budget {
  const nodes = roomsOf(plan);
  const context = PolicyContext.of(subjects, plan);
  const loads = context.fact(loadsOf);
  const rented = context.fact(rentedOf);
  const { allowance } = plan.cloud;
  const parts = partsOf(loads, plan);
  const partsByOwner = grouped(parts, ({ owner }) => owner);
  const requested = (owner: string) => sum([NOTHING, ...(partsByOwner.get(owner) ?? []).map(amountsOfPart)]);
  const [system, platform] = [requested(SYSTEM_PART), requested(ownerName(PLATFORM))];
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
    teams: Object.values(plan.quotas).map(({ owner, portion }) => ({
      owner: ownerName(owner),
      asked: requested(ownerName(owner)),
      quota: portion,
    })),
    shares: sharesOf({ ...left, memoryLimitMebibytes: memoryLimitLeft(context, all, system) }, plan.environments),
    verdict: context.fact(verdictOf),
    rented,
    allowance,
    beyond: overruns(rented, allowance),
  };
}

/** Memory that no pod may use yet; OKE's own pods count with what they request, as their limits are not known. */
function memoryLimitLeft(context: PolicyContext, all: Amounts, system: Amounts): number {
  const limits = context.fact(memoryLimits).map(({ mebibytes, nodes, each }) => mebibytes * (each ? nodes.length : 1));
  return all.memoryMebibytes - system.memoryMebibytes - limits.reduce((total, limit) => total + limit, 0);
}

/** What each folder of `dist/`, each Helm chart and OKE itself request, those with the most memory first. */
export function partsOf(loads: readonly Load[], { folders }: Pick<Plan, 'folders'>): Part[] {
  const owners = new Map(folders.map(({ id, owner }) => [id, ownerName(owner)]));
  const ownerOf = (name: string) => (name === SYSTEM_PART ? SYSTEM_PART : (owners.get(name) ?? ownerName(PLATFORM)));
  return [...grouped(loads, ({ part }) => part)]
    .map(([name, group]) => ({ name, owner: ownerOf(name), amounts: together(group) }))
    .sort((one, other) => other.amounts.memoryMebibytes - one.amounts.memoryMebibytes);
}

function amountsOfPart({ amounts }: Part): Amounts {
  return amounts;
}

function together(loads: readonly Load[]): Amounts {
  return sum(
    loads.map(({ amounts, count, nodes, everyNode }) => times(amounts, everyNode ? count * nodes.length : count)),
  );
}
