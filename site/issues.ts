import { z } from 'zod';
import { unpacked } from './fields/breach.ts';
import { shown } from './fields/shown.ts';
import { type Place, placeAt } from './outline.ts';
import { PathSet } from './path-set.ts';
import type { Path, RuleProblem } from './problem.ts';
import { type Form, meantFields, unknownField } from './unknown-field.ts';

type Issue = z.core.$ZodIssue;

/**
 * The problems that a schema found in plain data.
 *
 * @param at where in its file the data stands
 */
export function problemsIn(form: Form, data: unknown, issues: readonly Issue[], at: Path = []): RuleProblem[] {
  const problems = issues.flatMap((issue) => problemsOf(form, data, issue, [...at, ...pathOf(issue)]));
  // A misspelt field is one mistake, not one that is unknown and another that is missing.
  const meant = new PathSet(issues.flatMap((issue) => meantIn(form.places, issue, [...at, ...pathOf(issue)])));
  return problems.filter(({ id, path }) => id !== 'missing' || !meant.has(path));
}

function problemsOf(form: Form, data: unknown, issue: Issue, whole: Path): RuleProblem[] {
  const stated = statedPart(data, issue.path);
  const path = whole.slice(0, whole.length - issue.path.length + stated.length);
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(data, issue.path);
    return issue.keys.map((key) => unknownField(form, path, key, holder));
  }
  if (issue.code === 'invalid_key') return [...wrongKey(issue.issues, path), ...behindKey(form, data, issue, path)];
  if (isHole(data, issue.path)) return [hole(path)];
  const { id, rule, fix, found } = unpacked(issue.message);
  const value = valueAt(data, stated);
  const leave = (value === null || value === false) && !placeAt(form.places, path)?.required;
  return [
    {
      id,
      path,
      found: found ?? shown(value),
      rule,
      fix: leave && !/\bleave (it )?out\b/.test(fix) ? `${fix}, or leave it out` : fix,
    },
  ];
}

/** The part of a path that its author wrote: what is read from a short form has fields that stand nowhere. */
function statedPart(data: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  const short = path.findIndex((_, index) => typeof valueAt(data, path.slice(0, index)) === 'string');
  return short < 0 ? path : path.slice(0, short);
}

/** What is wrong with a list in which nobody wrote an item, not even a variable that is not set. */
function hole(path: Path): RuleProblem {
  const isFirst = path.at(-1) === 0;
  const rule = `is a hole in the list: ${isFirst ? 'it begins with a comma' : 'two commas follow each other'}`;
  return { id: 'missing', path, found: '', rule, fix: isFirst ? 'remove that comma' : 'remove one of the commas' };
}

function isHole(data: unknown, path: readonly PropertyKey[]): boolean {
  const list = valueAt(data, path.slice(0, -1));
  return path.length > 0 && Array.isArray(list) && !((path.at(-1) as PropertyKey) in list);
}

function wrongKey(issues: readonly Issue[], path: Path): RuleProblem[] {
  return issues.map(({ message }) => {
    const { id, rule, fix } = unpacked(message);
    return { id, path, found: shown(path.at(-1)), rule, fix };
  });
}

/** What is wrong with the entry under a wrong key, at which zod does not look. */
function behindKey(form: Form, data: unknown, issue: Issue, path: Path): RuleProblem[] {
  const place = placeAt(form.places, path);
  const entry = valueAt(data, issue.path);
  const parsed = place && z.safeParse(place.schema, entry);
  return parsed?.success === false ? problemsIn(form, entry, parsed.error.issues, path) : [];
}

/** Where an issue is. */
export function pathOf({ path }: Issue): Path {
  // Plain data has no symbols for names.
  return path as Path;
}

/** What stands at a path. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}

/** The fields that the unknown ones of an issue most likely stand for, those around them under their own names. */
export function meantIn(places: readonly Place[], issue: Issue, path = pathOf(issue)): Path[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys
    .flatMap((key) => meantFields(places, path, key))
    .map((place) => place.map((part, index) => (index < place.length - 1 ? (path[index] ?? part) : part)));
}
