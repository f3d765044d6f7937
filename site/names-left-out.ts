import { z } from 'zod';
import { unpacked } from './fields/breach.ts';
import type { Place } from './outline.ts';
import { PathSet } from './path-set.ts';
import type { Path, RuleProblem } from './problem.ts';

/** The one name that zod drops from a record without a word, since a careless program would take it for a prototype. */
const DROPPED = '__proto__';

/** The problem of an entry that the schema of a record does not even see. */
export function nameLeftOut({ schema }: Place, value: object, path: Path): RuleProblem[] {
  const { def } = schema._zod;
  return def.type === 'record' && Object.hasOwn(value, DROPPED) ? wrong(def.keyType, [...path, DROPPED]) : [];
}

/** The same problems without those that only follow: a group in which nothing else stands looks empty. */
export function withoutEmpty(problems: readonly RuleProblem[], leftOut: readonly RuleProblem[]): RuleProblem[] {
  const holders = new PathSet(leftOut.map(({ path }) => path.slice(0, -1)));
  return problems.filter(({ id, path }) => id !== 'not-empty' || !holders.has(path));
}

/** What the names of this record are held to says why it is none. */
function wrong(names: z.core.$ZodType, path: Path): RuleProblem[] {
  const issues = z.safeParse(names, DROPPED).error?.issues ?? [];
  return issues.map(({ message }) => {
    const { id, rule, fix } = unpacked(message);
    return { id, path, found: DROPPED, rule, fix };
  });
}
