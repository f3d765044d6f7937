/** What stands between the quotes of a Go string, piece by piece: plain text, or one escape that Go knows. */
const ESCAPES = /\\(?:[abfnrtv\\"]|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/y;
const PLAIN = /[^"\\\n]+/y;

const NAMED: Readonly<Record<string, string>> = {
  ...{ '\\a': '\u0007', '\\b': '\b', '\\f': '\f', '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\v': '\v' },
  ...{ '\\\\': '\\', '\\"': '"' },
};

/** The value of a string as Go writes it, in double quotes or in backquotes, or undefined where Go would not read it. */
export function goString(literal: string): string | undefined {
  const [quote = '', inner] = [literal[0], literal.slice(1, -1)];
  if (literal.length < 2 || literal.at(-1) !== quote) return undefined;
  if (quote === '`') return inner.includes('`') ? undefined : inner.replaceAll('\r', '');
  return quote === '"' ? decoded(inner) : undefined;
}

function decoded(inner: string): string | undefined {
  let [value, at] = ['', 0];
  while (at < inner.length) {
    const piece = pieceAt(inner, at);
    if (!piece) return undefined;
    value += piece.value;
    at += piece.length;
  }
  return value;
}

function pieceAt(inner: string, at: number) {
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(inner)?.[0];
  if (plain !== undefined) return { value: plain, length: plain.length };
  ESCAPES.lastIndex = at;
  const found = ESCAPES.exec(inner);
  if (!found) return undefined;
  const value = escaped(found);
  return value === undefined ? undefined : { value, length: found[0].length };
}

function escaped([whole, byte, short, long, octal]: RegExpExecArray): string | undefined {
  const digits = byte ?? short ?? long;
  const code = digits === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(digits, 16);
  if (Number.isNaN(code)) return NAMED[whole];
  const isCharacter = code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
