import type { Comparison, Figures } from './comparison.ts';

/**
 * What is compared with earlier runs: names and values, of which less is better.
 *
 * Ratios of sides that ran in turn say the same on every machine, as times do not; memory is nearly the same everywhere.
 */
export type Ratios = Readonly<Record<string, number>>;

/** The sizes that tell how time grows with the number of services. */
const GROWTH = [1000, 10_000] as const;

/** All ratios of some comparisons. */
export function ratiosOf(comparisons: readonly Comparison[]): Ratios {
  const entries = comparisons.flatMap((comparison): [string, number][] => {
    const [first, ...others] = comparison.figures;
    if (!first) return [];
    return [
      ...others.map(({ name, ratio }): [string, number] => [
        `${comparison.title}: ${first.name} / ${name}`,
        ratio.middle,
      ]),
      ...(first.memory === undefined ? [] : ([[memoryOf(comparison.title), first.memory]] as [string, number][])),
    ];
  });
  const growth = growthOf(comparisons);
  return Object.fromEntries(growth === undefined ? entries : [...entries, [GROWTH_NAME, growth]]);
}

export const GROWTH_NAME = 'time for a service, of 10,000 / of 1,000';

export const memoryOf = (title: string) => `${title}: peak MiB`;

function growthOf(comparisons: readonly Comparison[]): number | undefined {
  const [small, large] = GROWTH.map((size) => firstOf(comparisons.find(({ services }) => services === size)));
  return small && large ? large.wall.middle / GROWTH[1] / (small.wall.middle / GROWTH[0]) : undefined;
}

function firstOf(comparison: Comparison | undefined): Figures | undefined {
  return comparison?.figures[0];
}

/** By how much a ratio may grow from run to run without a word. */
const TOLERANCE = 0.2;

/** A line for each ratio that has become worse by more than runs differ; only names that both have are compared. */
export function losses(before: Ratios, now: Ratios): string[] {
  return Object.entries(now).flatMap(([name, value]) => {
    const kept = before[name];
    if (kept === undefined || value <= kept * (1 + TOLERANCE)) return [];
    const percent = Math.round((value / kept - 1) * 100);
    return [`warning: ${name} is ${value.toPrecision(3)}, was ${kept.toPrecision(3)}: a loss of ${percent} %\n`];
  });
}
