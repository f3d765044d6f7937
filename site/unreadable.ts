import { shown } from './fields/shown.ts';
import type { Path, SiteProblem } from './problem.ts';

/**
 * Characters that nobody sees and that belong in no text of a site: control characters but for the ends of lines and
 * tabs, separators of lines, what turns the direction of a line round, halves of characters, and what is none.
 */
const UNSEEN = /[^\t\n\P{Cc}]|\p{Cs}|\p{Noncharacter_Code_Point}|\p{Bidi_Control}|[\u2028\u2029\ufeff]/u;

/** Where text is not the user's own, but a file that another program wrote; it is written with escapes. */
const FOREIGN = 'monitoring.dashboards';

/** Every text with a character that a reader of `platform.ts` and of `dist/` does not see. */
export function unreadable(input: object): SiteProblem[] {
  return within(input, [], new Set());
}

function within(value: unknown, path: Path, above: ReadonlySet<unknown>): SiteProblem[] {
  if (typeof value === 'string') return problemIn(value, path);
  if (typeof value !== 'object' || value === null || above.has(value) || path.join('.') === FOREIGN) return [];
  const around = new Set(above).add(value);
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => within(inner, [...path, key], around));
}

function problemIn(text: string, path: Path): SiteProblem[] {
  const [found] = UNSEEN.exec(text) ?? [];
  if (found === undefined) return [];
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return [
    {
      id: 'readable',
      path,
      found: shown(text),
      rule: `holds the character U+${code}, which nobody sees and some programs misread`,
      fix: 'delete the text and type it again',
    },
  ];
}
