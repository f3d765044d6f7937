import type { Run } from './measure.ts';
import type { Side } from './side.ts';

/**
 * A line for each side: the middle of its runs and how far they spread, and how it compares with the first side: the
 * middle of the ratios in each turn, which a machine that gets slower or faster meanwhile does not change.
 */
export function tableOf(sides: readonly Side[], turns: readonly (readonly Run[])[]): string {
  const rows = sides.map(({ name }, index) => {
    const runs = turns.map((turn) => turn[index] as Run);
    const ratios = turns.map((turn) => (turn[index] as Run).wall / (turn[0] as Run).wall);
    return [
      name,
      seconds(runs.map(({ wall }) => wall)),
      seconds(runs.map(({ cpu }) => cpu)),
      middle(ratios).toFixed(3),
    ];
  });
  const table = [['', 'wall seconds', 'processor seconds', 'ratio of wall'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => (row[column] as string).length))) ?? [];
  return table
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] as number))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function seconds(values: readonly number[]): string {
  return `${middle(values).toFixed(2)} (${Math.min(...values).toFixed(2)}-${Math.max(...values).toFixed(2)})`;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}
