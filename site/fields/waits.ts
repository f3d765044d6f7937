import { check } from './breach.ts';
import { text } from './text.ts';

/** A time to wait, in seconds. */
export interface Wait {
  readonly seconds: number;
}

const SECONDS = { s: 1, m: 60, h: 3600 } as const;

/** What the units of a wait are called in full; the longest comes first, so that no part of a word is taken for one. */
const WORDS = 'milliseconds?|millis|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h';

/**
 * A time to wait such as `60s`, read into seconds.
 *
 * @param example how it looks in `platform.ts`
 * @param least the shortest that makes sense there
 * @param most the longest
 */
export function wait(example: string, least: string, most: string) {
  const fits = (value: string) =>
    waitOf(value).seconds >= waitOf(least).seconds && waitOf(value).seconds <= waitOf(most).seconds;
  return text(
    'a time to wait',
    example,
    {
      id: 'wait',
      breach: (value) =>
        isWait(value)
          ? undefined
          : {
              rule: 'is not a time to wait',
              fix: `write ${waitLike(value) ?? `a whole number and s, m or h, such as ${example}`}`,
            },
    },
    check('in-range', fits, {
      rule: `is not between ${least} and ${most}`,
      fix: `write a time from ${least} to ${most}`,
    }),
  ).transform(waitOf);
}

function isWait(value: string): boolean {
  return /^[1-9]\d*[smh]$/.test(value);
}

function waitOf(value: string): Wait {
  return { seconds: Number.parseInt(value, 10) * SECONDS[value.slice(-1) as keyof typeof SECONDS] };
}

/** The wait that `60 seconds`, `1 hour`, `1500ms` or `90` most likely stands for; what is no whole second is rounded up. */
function waitLike(value: string): string | undefined {
  const [, number, unit = 's'] = new RegExp(`^\\s*(\\d+(?:\\.\\d+)?)\\s*(${WORDS})?\\s*$`, 'i').exec(value) ?? [];
  const short = /^m(s|illi)/i.test(unit) ? 0.001 : SECONDS[unit.charAt(0).toLowerCase() as keyof typeof SECONDS];
  const seconds = Math.ceil(Number(number) * short);
  return seconds > 0 ? waitText({ seconds }) : undefined;
}

/** A wait in the largest unit that divides it: `1h`, `90s`. */
export function waitText({ seconds }: Wait): string {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60}m` : `${seconds}s`;
}
