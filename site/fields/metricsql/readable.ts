import { STAND_INS } from './functions.ts';

/** Texts and remarks of a query, in which names are no names; and names before a parenthesis. */
const PIECES = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|[A-Za-z_:][\w:]*(?=\s*(?:\(|by\b|without\b))/gis;

/** A query with names of PromQL, just as long, for those that only vmalert knows: the grammar of PromQL reads it. */
export function readable(query: string): string {
  return query.replaceAll(PIECES, (piece) => STAND_INS.get(piece)?.padEnd(piece.length) ?? piece);
}

/** The first character outside of texts and remarks that is no ASCII: vmalert knows no other space. */
export function strangeSpace(query: string): string | undefined {
  const bare = query.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/gs, '');
  return /[^\p{ASCII}]/u.exec(bare)?.[0];
}
