import { isNumberInGo } from './yaml-escapes.ts';

/** Words that YAML 1.1 reads as true, false or nothing. */
const WORDS = new Set(
  [
    ['y', 'Y', 'yes', 'Yes', 'YES', 'n', 'N', 'no', 'No', 'NO', 'true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
    ['on', 'On', 'ON', 'off', 'Off', 'OFF', 'null', 'Null', 'NULL', '~', ''],
  ].flat(),
);

/** Starts with a letter and holds nothing that means anything to YAML: most names, versions, paths and images. */
const HARMLESS = /^(?!e[-.\d_]+$)[a-z/][\w./-]*$/i;

/** Characters that stand for themselves in every style: printable ASCII, and what is no control or space beyond it. */
const PRINTABLE = /^[ -~\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufdcf]*$/;

/**
 * What a plain scalar cannot be: begin with an indicator, contain `: ` or ` #`, end in a colon, begin or end with a space.
 */
const NEEDS_QUOTES = /^[,[\]{}#&*!|>'"%@` ]|^[-?](?: |$)|: | #|[: ]$/;

/** Whole numbers and simple decimals. */
const NUMBER = /^[-+]?\d+(?:\.\d*)?$/;

/** Versions and addresses, with or without a port: too many points for a number. */
const DOTTED = /^\d+(?:\.\d+){2,}(?::\d+)?$/;

/** What YAML 1.1 may take for a number or a time in one of its rarer forms, and some more: that is left to the library. */
const DOUBTFUL = /^[-+]?0[box]|^[-+]?\.(?:inf|nan)$|^[-+.,:_\d]*(?:e[-+.,:_\d]*)?$|^\d{4}-\d/i;

/** Text that opens or closes a document, or takes over fields, where YAML 1.1 finds it. */
const DIRECTIVE = /^(?:---|\.\.\.|%|<<$|=$)/;

/**
 * A piece of text as a YAML 1.1 scalar on one line, as the `yaml` package writes it.
 *
 * @returns `undefined` where this leaves the choice to the library
 */
export function scalar(text: string): string | undefined {
  if (HARMLESS.test(text)) return text.length <= 5 && WORDS.has(text) ? `"${text}"` : text;
  if (NUMBER.test(text)) return `"${text}"`;
  if (DOTTED.test(text)) return text;
  if (!PRINTABLE.test(text) || DIRECTIVE.test(text) || DOUBTFUL.test(text) || isNumberInGo(text)) return undefined;
  return NEEDS_QUOTES.test(text) || WORDS.has(text) ? quoted(text) : text;
}

/** In double quotes, unless the text has some itself and no single ones. */
function quoted(text: string): string {
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

/** Lines that a literal block can hold as they are: printable, the first not indented, the last not blank. */
const BLOCK = /^[^ \n].*[^ \n]\n?$/s;

/**
 * The lines of a text, for a literal block (`|`), and the mark behind it that says whether the text ends with a line.
 *
 * @returns `undefined` where this leaves the choice to the library
 */
export function block(text: string): { readonly mark: '|' | '|-'; readonly lines: readonly string[] } | undefined {
  if (!BLOCK.test(text)) return undefined;
  const ended = text.endsWith('\n');
  const lines = (ended ? text.slice(0, -1) : text).split('\n');
  return lines.every((line) => PRINTABLE.test(line)) ? { mark: ended ? '|' : '|-', lines } : undefined;
}
