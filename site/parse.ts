import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { type Parsed, type Problem, shown } from './problem.ts';
import { rules } from './rules/index.ts';
import { type Site, sections } from './site.ts';

type Issue = z.core.$ZodIssue;

/**
 * Reads what `platform.ts` exports.
 *
 * Every field is checked, then every rule between fields whose own fields are sound, so that one report names all problems.
 */
export function parseSite(input: unknown): Parsed<Site> {
  if (!isRecord(input)) {
    return {
      ok: false,
      problems: [{ path: [], found: shown(input), rule: 'is not a site', fix: 'write export default site({ ... })' }],
    };
  }
  const problems: Problem[] = unknownKeys([], Object.keys(input), Object.keys(sections));
  const site: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(sections)) {
    const section = parseSection(name, schema, input[name]);
    problems.push(...section.problems);
    if (section.sound) site[name] = section.value;
  }
  problems.push(...rules.flatMap((rule) => rule(site as Partial<Site>)));
  return problems.length === 0 ? { ok: true, value: site as Site } : { ok: false, problems };
}

interface SectionResult {
  readonly problems: readonly Problem[];
  readonly sound: boolean;
  readonly value: unknown;
}

/**
 * Parses one section; after a mistake once more without the places that are wrong, so that the rules between fields
 * still see the rest of it.
 */
function parseSection(name: string, schema: z.ZodType, input: unknown): SectionResult {
  const first = schema.safeParse(input, { reportInput: true });
  if (first.success) return { problems: [], sound: true, value: first.data };
  const problems = first.error.issues.flatMap((issue) => asProblems(issue, name, input));
  const second = schema.safeParse(without(input, first.error.issues));
  return { problems, sound: second.success, value: second.data };
}

function without(input: unknown, issues: readonly Issue[]): unknown {
  const copy: unknown = structuredClone(input);
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    for (const key of keys) remove(copy, key === undefined ? issue.path : [...issue.path, key]);
  }
  return copy;
}

/** Removes what stands at a path; in a list the whole list, since removing an item would renumber the others. */
function remove(root: unknown, path: readonly PropertyKey[]): void {
  let holder: unknown = root;
  for (const [index, key] of path.entries()) {
    if (!isRecord(holder)) return;
    if (index === path.length - 1 || Array.isArray(holder[key as string])) {
      delete holder[key as string];
      return;
    }
    holder = holder[key as string];
  }
}

function asProblems(issue: Issue, section: string, input: unknown): Problem[] {
  const path = [section, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  if (issue.code === 'unrecognized_keys') return unknownKeys(path, issue.keys, issue.message.split(' '));
  if (issue.code === 'invalid_key') return (issue.issues as Issue[]).map((inner) => problem(path, inner, path.at(-1)));
  return [problem(path, issue, valueAt(input, issue.path))];
}

function problem(path: Problem['path'], issue: Issue, found: unknown): Problem {
  if (issue.code === 'custom' && issue.params) {
    return { path, found: shown(found), rule: issue.message, fix: String(issue.params.fix) };
  }
  return {
    path,
    found: shown(found),
    rule: found === undefined ? 'is missing' : 'does not belong here',
    fix: issue.message,
  };
}

/** A name this far from a known one, in letters, is still taken for a slip of it. */
const SLIP = 3;

function unknownKeys(path: Problem['path'], keys: readonly string[], known: readonly string[]): Problem[] {
  return keys
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = closest(key, known);
      const fix = near ? `did you mean ${near}?` : `write one of ${known.join(', ')}`;
      return { path: [...path, key], found: '', rule: 'unknown field', fix };
    });
}

function closest(key: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((word) => ({ word, letters: distance(key.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, letters }) => letters <= Math.min(SLIP, Math.floor(word.length / 2)))
    .sort((a, b) => a.letters - b.letters);
  return nearest?.word;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key as string] : undefined), input);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
