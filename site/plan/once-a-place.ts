import type { Path } from '../problem.ts';

/** What is found in several environments counts once: where it is written. */
export function onceAPlace<T extends { readonly path: Path }>(found: readonly T[]): T[] {
  const first = new Map(found.map((one) => [one.path.join('\n'), one] as const).reverse());
  return found.filter((one) => first.get(one.path.join('\n')) === one);
}
