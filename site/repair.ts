import type { z } from 'zod';
import { unpacked } from './fields/breach.ts';
import { meantIn, pathOf } from './issues.ts';
import type { Path } from './problem.ts';
import { type Site, siteSchema } from './site.ts';

type Issue = z.core.$ZodIssue;

/** A wrong site with something sound in every place that is wrong. */
export interface Repaired {
  readonly site: Site;

  /** The places that do not hold what the user meant. */
  readonly standIns: readonly Path[];
}

/** An object, a field of it, a field of that and an entry: the deepest that a stand-in asks for stand-ins of its own. */
const ROUNDS = 8;

/** Puts something sound in every place that a schema found wrong, so that the rules between fields see the rest. */
export function repaired(input: unknown, issues: readonly Issue[]): Repaired {
  const standIns: Path[] = [];
  let value = input;
  let wrong = issues;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const issue of wrong) {
      value = mended(value, issue);
      standIns.push(...unsure(issue));
    }
    const result = siteSchema.safeParse(value);
    if (result.success) return { site: result.data, standIns };
    wrong = result.error.issues;
  }
  throw new Error(`no stand-in for ${wrong.map(({ path }) => path.join('.')).join(', ')}`);
}

function mended(value: unknown, issue: Issue): unknown {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.reduce((rest, key) => replaced(rest, [...issue.path, key], undefined), value);
  }
  if (issue.code === 'invalid_key') return replaced(value, issue.path, undefined);
  return replaced(value, issue.path, unpacked(issue.message).standIn);
}

/** The places of which nobody knows what the user meant: a wrong name of an entry leaves the whole record open. */
function unsure(issue: Issue): Path[] {
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') return meantIn(issue);
  return issue.code === 'invalid_key' ? [path.slice(0, -1)] : [path];
}

/** A copy with another value at a path, or without one; what is not on the way is shared. */
function replaced(value: unknown, [key, ...rest]: readonly PropertyKey[], standIn: unknown): unknown {
  if (key === undefined) return standIn;
  const holder = value as Record<PropertyKey, unknown>;
  const inner = replaced(holder[key], rest, standIn);
  // Unlike map(), from() also visits the holes of a list.
  if (Array.isArray(value)) return Array.from(value, (item, index) => (index === key ? inner : item));
  const entries = new Map<PropertyKey, unknown>(Object.entries(holder)).set(key, inner);
  return Object.fromEntries([...entries].filter(([, entry]) => entry !== undefined));
}
