import { z } from 'zod';
import { unpacked } from './fields/breach.ts';
import { meantIn, pathOf } from './issues.ts';
import { outline } from './outline.ts';
import { PathSet } from './path-set.ts';
import type { Path } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** A wrong file with something sound in every place that is wrong. */
export interface Repaired<T> {
  readonly value: T;

  /** The places that do not hold what the user meant. */
  readonly standIns: PathSet;
}

/** An object, a field of it, a field of that and an entry: the deepest that a stand-in needs stand-ins of its own. */
const ROUNDS = 8;

/**
 * Puts something sound in every place that a schema found wrong, so that the rules between fields see the rest.
 *
 * @param data plain data
 */
export function repaired<S extends z.ZodType>(
  schema: S,
  data: unknown,
  issues: readonly Issue[],
): Repaired<z.output<S>> {
  const standIns: Path[] = [];
  let value = data;
  let wrong = issues;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const issue of wrong) standIns.push(...unsure(schema, issue));
    value = edited(value, editOf(wrong));
    const result = z.safeParse(schema, value);
    if (result.success) return { value: result.data, standIns: new PathSet(standIns) };
    wrong = result.error.issues;
  }
  throw new Error(`no stand-in for ${wrong.map(({ path }) => path.join('.')).join(', ')}`);
}

/** The places of which nobody knows what the user meant: a wrong name of an entry leaves the whole record open. */
function unsure(schema: z.ZodType, issue: Issue): Path[] {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') return meantIn(outline(schema), issue);
  return issue.code === 'invalid_key' ? [path.slice(0, -1)] : [path];
}

/** What is to be changed in a value: all of it, or something inside it. */
interface Edit {
  standIn?: { readonly value: unknown };
  readonly inner: Map<PropertyKey, Edit>;
}

/** All changes together, so that a group is copied once, however much is wrong in it. */
function editOf(issues: readonly Issue[]): Edit {
  const edit: Edit = { inner: new Map() };
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) put(edit, [...issue.path, key], undefined);
    else put(edit, issue.path, issue.code === 'invalid_key' ? undefined : unpacked(issue.message).standIn);
  }
  return edit;
}

function put(edit: Edit, path: readonly PropertyKey[], value: unknown): void {
  let place = edit;
  for (const key of path) {
    const next = place.inner.get(key) ?? { inner: new Map() };
    place.inner.set(key, next);
    place = next;
  }
  place.standIn = { value };
  place.inner.clear();
}

/** A copy with all changes; what none of them concerns is shared. */
function edited(value: unknown, { standIn, inner }: Edit): unknown {
  const before = standIn ? standIn.value : value;
  if (inner.size === 0) return before;
  const at = (item: unknown, key: PropertyKey) => {
    const edit = inner.get(key);
    return edit ? edited(item, edit) : item;
  };
  // Unlike map(), from() also visits the holes of a list.
  if (Array.isArray(before)) return Array.from(before, at);
  const entries = new Map<PropertyKey, unknown>(Object.entries(before as object));
  for (const key of inner.keys()) entries.set(key, at(entries.get(key), key));
  return Object.fromEntries([...entries].filter(([, entry]) => entry !== undefined));
}
