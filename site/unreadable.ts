import { shown } from './fields/shown.ts';
import type { Place } from './outline.ts';
import type { Path, RuleProblem } from './problem.ts';

/**
 * Characters that nobody sees and that belong in no text of a site: control characters but for the ends of lines and
 * tabs, separators of lines, what turns the direction of a line round, halves of characters, and what is none.
 */
const UNSEEN = /[^\t\n\P{Cc}]|\p{Cs}|\p{Noncharacter_Code_Point}|\p{Bidi_Control}|[\u2028\u2029\ufeff]/u;

/** The problem of a text with a character that a reader of the file and of `dist/` does not see. */
export function unreadable({ schema }: Place, text: string, path: Path): RuleProblem[] {
  // What another program wrote has a schema of its own, and is written with escapes.
  if (schema._zod.def.type === 'custom') return [];
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
