import type { Conflict } from '../rule.ts';

/** What is wrong in every environment is told once: where it is written. */
export function onceAPlace(conflicts: readonly Conflict[]): Conflict[] {
  const first = new Map(conflicts.map((conflict) => [conflict.path.join('\n'), conflict] as const).reverse());
  return conflicts.filter((conflict) => first.get(conflict.path.join('\n')) === conflict);
}
