import { z } from 'zod';
import { unpacked } from './fields/breach.ts';
import { shown } from './fields/shown.ts';
import { leadsTo, outline, type Place, placeAt } from './outline.ts';
import type { Path, SiteProblem } from './problem.ts';
import { siteSchema } from './site.ts';
import { meantFields, unknownField } from './unknown-field.ts';

type Issue = z.core.$ZodIssue;

/** The problems that a schema found in an input. */
export function problemsIn(input: unknown, issues: readonly Issue[], at: Path = []): SiteProblem[] {
  const problems = issues.flatMap((issue) => problemsOf(input, issue, [...at, ...pathOf(issue)]));
  // A misspelt field is one mistake, not one that is unknown and another that is missing.
  const meant = issues.flatMap((issue) => meantIn(issue, [...at, ...pathOf(issue)]));
  return problems.filter(({ id, path }) => id !== 'missing' || !meant.some((place) => leadsTo(place, path)));
}

function problemsOf(input: unknown, issue: Issue, path: Path): SiteProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(path, key, valueAt(input, issue.path)));
  }
  if (issue.code === 'invalid_key') return [...wrongKey(issue.issues, path), ...behindKey(input, issue, path)];
  const { id, rule, fix, found } = unpacked(issue.message);
  const value = valueAt(input, issue.path);
  if (isHole(input, issue.path)) return [{ id: 'missing', path, found: '', ...HOLE }];
  const leave = (value === null || value === false) && !placeAt(outline(siteSchema), path)?.required;
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

/** What is wrong with a list in which nobody wrote an item, not even a variable that is not set. */
const HOLE = { rule: 'is a hole in the list: two commas follow each other', fix: 'remove one of the commas' };

function isHole(input: unknown, path: readonly PropertyKey[]): boolean {
  const list = valueAt(input, path.slice(0, -1));
  return Array.isArray(list) && !((path.at(-1) as PropertyKey) in list);
}

function wrongKey(issues: readonly Issue[], path: Path): SiteProblem[] {
  return issues.map(({ message }) => {
    const { id, rule, fix } = unpacked(message);
    return { id, path, found: shown(path.at(-1)), rule, fix };
  });
}

/** What is wrong with the entry under a wrong key, at which zod does not look. */
function behindKey(input: unknown, issue: Issue, path: Path): SiteProblem[] {
  const place = placeAt(outline(siteSchema), path);
  const entry = valueAt(input, issue.path);
  const parsed = place && z.safeParse(place.schema, entry, { reportInput: true });
  return parsed?.success === false ? problemsIn(entry, parsed.error.issues, path) : [];
}

/** Where an issue is; a symbol, which can be no field of ours, by its text. */
export function pathOf({ path }: Issue): Path {
  return path.map((part) => (typeof part === 'symbol' ? String(part) : part));
}

/** What stands at a path. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);
}

/** The fields that the unknown ones of an issue most likely stand for. */
export function meantIn(issue: Issue, path = pathOf(issue)): Place['path'][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.flatMap((key) => meantFields(path, key)) : [];
}
