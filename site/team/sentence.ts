import { matches, text } from '../fields/text.ts';

/** One line that people read. */
export function sentence(what: string, example: string) {
  return text(
    what,
    example,
    matches(
      'one-line',
      /^\S([^\n\r]{0,198}\S)?$/,
      'is not one line of at most 200 characters',
      `write ${what}, such as '${example}'`,
    ),
  );
}
