import type { z } from 'zod';
import { type Breach, type FieldCheck, packed } from './breach.ts';

/** What belongs in a field. */
export interface Wanted {
  /** In words that follow "is not": `a size`. */
  readonly what: string;

  /** What to write instead of what was found, which is undefined where nothing was. */
  readonly fix: (found: unknown) => string;

  /** A good value, which stands in for a wrong one while the rules between fields run. */
  readonly standIn: unknown;
}

/** The message for a field that is missing or holds something of another type. */
export function misfit({ what, fix, standIn }: Wanted) {
  return ({ input }: { readonly input?: unknown }): string =>
    packed(
      input === undefined
        ? { id: 'missing', rule: 'is missing', fix: fix(input), standIn }
        : { id: 'misfit', rule: `is not ${what}`, fix: fix(input), standIn },
    );
}

/** A schema with rules for its values, of which the first that is broken is reported. */
export function checked<T extends z.ZodType>(
  schema: T,
  standIn: unknown,
  checks: readonly FieldCheck<z.output<T>>[],
): T {
  return checks.reduce<T>((guarded, { id, breach }) => {
    const message = (value: unknown) =>
      packed({ id, ...tried(breach(value as z.output<T>) as Breach, checks), standIn });
    return guarded.refine((value) => breach(value as z.output<T>) === undefined, {
      abort: true,
      params: { id },
      error: ({ input }) => message(input),
    });
  }, schema);
}

/** Proposals of proposals: each rule of a field has its say once. */
function tried<T>(breach: Breach, checks: readonly FieldCheck<T>[]): Breach {
  let { instead, ...told } = breach;
  for (const _ of checks) {
    if (instead === undefined) break;
    const next = breachBy(instead as T, checks);
    if (!next) break;
    told = { ...told, fix: next.fix };
    instead = next.instead;
  }
  return told;
}

/** What the first rule says that a value breaks. */
function breachBy<T>(value: T, checks: readonly FieldCheck<T>[]): Breach | undefined {
  for (const { breach } of checks) {
    const found = breach(value);
    if (found) return found;
  }
  return undefined;
}
