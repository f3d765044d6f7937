/** The middle of some values, and how far they spread. */
export interface Spread {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { middle: middle(values), least: Math.min(...values), most: Math.max(...values) };
}

/** The median: half of the values are smaller, half are larger. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}

/** How the first of each pair compares with the second: a machine that gets slower or faster meanwhile changes nothing. */
export function ratioOf(pairs: readonly (readonly [number, number])[]): Spread {
  return spreadOf(pairs.map(([one, other]) => one / other));
}
