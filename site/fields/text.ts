import { z } from 'zod';

/** What a check of one field answers: nothing, or the rule that is broken and what to write instead. */
export interface Breach {
  readonly rule: string;
  readonly fix: string;
}

/**
 * A text field with one rule.
 *
 * @param wanted what belongs here, for the message when the field is missing or no text: `a short name such as homestead`
 * @param check the breach, if any, of one text
 */
export function text(wanted: string, check: (value: string) => Breach | undefined) {
  return z.string({ error: () => needs(wanted) }).superRefine((value, context) => {
    const breach = check(value);
    if (breach) context.addIssue({ code: 'custom', message: breach.rule, params: { fix: breach.fix } });
  });
}

/** The message that a field of another type, or none at all, gets; `site/parse.ts` turns it into rule and fix. */
export function needs(wanted: string): string {
  return `write ${wanted}`;
}

/** A text field that must match a pattern. */
export function pattern(wanted: string, regex: RegExp, rule: string, fix = `write ${wanted}`) {
  return text(wanted, (value) => (regex.test(value) ? undefined : { rule, fix }));
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: () => needs(listed(words)) });
}

/** A whole number between two bounds, both included. */
export function wholeNumber(unit: string, least: number, most: number) {
  const wanted = `a whole number of ${unit} from ${least} to ${most}`;
  return z
    .int({ error: () => needs(wanted) })
    .min(least, { error: () => needs(wanted) })
    .max(most, { error: () => needs(wanted) });
}

/** `a, b or c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
