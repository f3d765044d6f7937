import type { Path } from './problem.ts';

/** What holds in every environment counts once: where it is written. */
export function onceAPlace<T extends { readonly path: Path }>(all: readonly T[]): T[] {
  const first = new Map(all.map((one) => [one.path.join('\n'), one] as const).reverse());
  return all.filter((one) => first.get(one.path.join('\n')) === one);
}
