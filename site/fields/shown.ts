import { inspect } from 'node:util';
import { strangeness } from './strange.ts';

const LONGEST = 60;

/** Characters that a reader cannot see, or that move the cursor: all but the ordinary space. */
const INVISIBLE = /(?! )[\p{C}\p{Z}]/gu;

/**
 * What the user wrote, short enough for one line of a report.
 *
 * Text stands without quotes unless it could be taken for something else. Never throws, whatever it is given:
 * functions, symbols, cycles.
 */
export function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = strangeness(value) ?? (typeof value === 'string' ? textShown(value) : structureShown(value));
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 3).join('')}...` : text;
}

/** A value of ours as it would stand in `platform.ts`, with its quotes. */
export function written(value: unknown): string {
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY, compact: true }).replace(/(?<=\[) | (?=\])/g, '');
}

/** `a, b or c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function textShown(text: string): string {
  const seen = visible(text);
  return seen !== text || looksLikeCode(text) ? `'${seen}'` : text;
}

function visible(text: string): string {
  return text.replace(INVISIBLE, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);
}

function looksLikeCode(text: string): boolean {
  return text !== text.trim() || !Number.isNaN(Number(text)) || /^(true|false|null|undefined|NaN)$|^[[{'"`]/.test(text);
}

function structureShown(value: unknown): string {
  const text = inspect(value, {
    depth: 1,
    maxArrayLength: 3,
    breakLength: Number.POSITIVE_INFINITY,
    compact: true,
    customInspect: false,
  });
  return visible(text.split('\n', 1)[0] as string);
}
