import type { z } from 'zod';
import { type Breach, type Check, packed } from './breach.ts';

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
export function checked<T extends z.ZodType>(schema: T, standIn: unknown, checks: readonly Check<z.output<T>>[]): T {
  return checks.reduce<T>((guarded, { id, breach }) => {
    const message = (value: unknown) => packed({ id, ...(breach(value as z.output<T>) as Breach), standIn });
    return guarded.refine((value) => breach(value as z.output<T>) === undefined, {
      abort: true,
      params: { id },
      error: ({ input }) => message(input),
    });
  }, schema);
}
