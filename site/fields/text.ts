import { z } from 'zod';
import { check, type FieldCheck } from './breach.ts';
import { checked, misfit } from './checked.ts';
import { meant } from './nearest.ts';
import { listed } from './shown.ts';

/** A good value, or two: one that messages show and the schema refuses, and one that stands in for a wrong one. */
export type Example = string | { readonly shown: string; readonly standIn: string };

/** Both values of an example. */
export function exampleParts(example: Example) {
  return typeof example === 'string' ? { shown: example, standIn: example } : example;
}

/**
 * A text field.
 *
 * @param what what belongs here, with its article: `a size`
 * @param example a good one; where nobody may copy it, what messages show in its place and what stands in for it
 * @param checks its rules; the first that is broken is reported
 */
export function text(what: string, example: Example, ...checks: readonly FieldCheck<string>[]) {
  const { shown, standIn } = exampleParts(example);
  const fix = (found: unknown) => {
    if (found === undefined) return `write ${what}, such as '${shown}'`;
    return `write text${typeof found === 'number' ? ' in quotes' : ''}, such as '${shown}'`;
  };
  return checked(z.string({ error: misfit({ what, fix, standIn }) }), standIn, checks);
}

/** The rule that a text matches a pattern. */
export function matches(id: string, pattern: RegExp, rule: string, fix: string): FieldCheck<string> {
  return check(id, (value) => pattern.test(value), { rule, fix });
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: misfit(wordWanted(words)) });
}

/** What belongs in a field of a few words: a misspelt one is recognised. */
export function wordWanted(words: readonly string[]) {
  const fix = (found: unknown) => {
    const word = typeof found === 'string' ? meant(found, words) : undefined;
    return word ?? `write ${listed(words.map((word) => `'${word}'`))}`;
  };
  return { what: listed(words), fix, standIn: words[0] };
}
