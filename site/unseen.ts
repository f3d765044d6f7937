import { nameLeftOut } from './names-left-out.ts';
import { type Branch, branchTo } from './outline.ts';
import type { Path, RuleProblem } from './problem.ts';
import { unreadable } from './unreadable.ts';

/** What is wrong in data although its schema does not see it. */
export interface Unseen {
  /** Texts with characters that nobody sees. */
  readonly texts: readonly RuleProblem[];

  /** Names that zod drops. */
  readonly names: readonly RuleProblem[];
}

/**
 * Looks at everything for which the schema has a place; what lies elsewhere is unknown anyway.
 *
 * @param root the places of the schema
 */
export function unseen(root: Branch, data: unknown): Unseen {
  const texts: RuleProblem[] = [];
  const names: RuleProblem[] = [];

  function look(branch: Branch, value: unknown, path: Path): void {
    if (typeof value === 'string') texts.push(...unreadable(branch.place, value, path));
    if (typeof value !== 'object' || value === null) return;
    names.push(...nameLeftOut(branch.place, value, path));
    for (const [key, inner] of entriesOf(value)) {
      const next = branchTo(branch, key);
      if (next) look(next, inner, [...path, key]);
    }
  }

  look(root, data, []);
  return { texts, names };
}

function entriesOf(value: object): Iterable<[string | number, unknown]> {
  return Array.isArray(value) ? value.entries() : Object.entries(value);
}
