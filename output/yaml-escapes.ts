/**
 * Characters that Go's parser of YAML refuses or takes for the end of a line, and those that change the order in which
 * a reader sees a line: https://pkg.go.dev/sigs.k8s.io/yaml/goyaml.v2, is_printable and is_break; Unicode's Bidi_Control.
 */
const UNREADABLE =
  /[^\t\n\r\x20-\x7e\xa0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Numbers in any form that Go's parser knows, underscores left out: `0o14`, `0X1F` and `0_b1` are none to the library. */
const NUMBER = /^[-+]?(?:0x[\da-f]+|0o[0-7]+|0b[-+]?[01]+|(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|\.inf|\.nan)$/i;

/** The key that takes over fields of another place. */
const MERGE = '<<';

/** Lines of which the first to hold anything begins with a tab, or none does: Go's parser takes white space for indentation. */
const ODD_LINES = /^(?=[\s\S]*\n)[ \n]*(?:\t|$)/;

/**
 * A document as `write` gives it, with text that Go's parser would misread in double quotes and escapes.
 *
 * A word stands in for each such text while `write` works.
 */
export function withEscapes<Document extends object>(document: Document, write: (safe: Document) => string): string {
  const word = unusedWord(document);
  const quoted: string[] = [];
  const safe = mapTexts(document, (text) => (isMisread(text) ? `${word}${quoted.push(escaped(text)) - 1}z` : text));
  if (quoted.length === 0) return write(document);
  return write(safe as Document).replace(new RegExp(`${word}(\\d+)z`, 'g'), (_, index) => quoted[index] as string);
}

/** Whether Go's parser takes a text without quotes for a number. */
export function isNumberInGo(text: string): boolean {
  return NUMBER.test(text.replaceAll('_', ''));
}

function isMisread(text: string): boolean {
  return text === MERGE || text.search(UNREADABLE) >= 0 || ODD_LINES.test(text) || isNumberInGo(text);
}

function escaped(text: string): string {
  return JSON.stringify(text).replace(UNREADABLE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A word of letters, which stands plain wherever it is put, and which is nowhere in the document. */
function unusedWord(document: object): string {
  const text = JSON.stringify(document);
  let word = 'escaped';
  while (text.includes(word)) word += 'x';
  return word;
}

/** A copy with other texts, those of keys too. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), mapTexts(inner, change)]));
}
