import { goString } from '../go-string.ts';

/** What a piece of an action is. */
export type TokenKind =
  | 'space'
  | 'declare'
  | 'pipe'
  | 'open'
  | 'close'
  | 'comma'
  | 'text'
  | 'number'
  | 'variable'
  | 'field'
  | 'dot'
  | 'word';

/** One piece of an action: of `$value | humanize` there are five. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Why a template cannot be read. */
export class Unreadable extends Error {
  constructor(
    /** What is wrong, in words that follow "is a template ". */
    readonly rule: string,
    /** What to write instead. */
    readonly fix = 'write for instance {{ $labels.instance }} or {{ $value | humanize }}',
  ) {
    super(rule);
  }
}

/** What may follow a name: `f(x)` and `a+b` are not of this language. */
const BORDER = String.raw`(?=[ \t\r\n.,|:)(]|\}\}|$)`;
const LETTER = String.raw`[\p{L}\p{Nd}_]`;

const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  // A space before the mark that cuts off what follows the action belongs to the mark.
  ['space', /[ \t\r\n]+?(?=[ \t\r\n]-\}\})|[ \t\r\n]+/y],
  ['declare', /:?=/y],
  ['pipe', /\|/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
  ['text', /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y],
  // Plain numbers, as people write them; those of Go are many more.
  ['number', /[+-]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?(?:[eE][+-]?\d{1,2})?(?=[ \t\r\n,|)]|\}\})/y],
  ['variable', new RegExp(String.raw`\$${LETTER}*${BORDER}`, 'uy')],
  ['field', new RegExp(String.raw`\.(?!\d)${LETTER}+${BORDER}`, 'uy')],
  ['dot', new RegExp(String.raw`\.(?!\d)${BORDER}`, 'uy')],
  ['word', new RegExp(String.raw`(?!\d)${LETTER}+${BORDER}`, 'uy')],
];

const END = /(?:[ \t\r\n]-)?\}\}/y;
const COMMENT = /\{\{(?:-[ \t\r\n])?\/\*/y;
const COMMENT_END = /\*\/(?:[ \t\r\n]-)?\}\}/y;

/** What stands between `{{` and `}}`, for each pair of a text. */
export function actionsOf(template: string): Token[][] {
  const actions: Token[][] = [];
  for (let at = template.indexOf('{{'); at >= 0; at = template.indexOf('{{', at)) {
    const comment = matchAt(COMMENT, template, at);
    if (comment) {
      at = afterComment(template, at + comment.length);
      continue;
    }
    at += template.slice(at + 2).match(/^-[ \t\r\n]/) ? 4 : 2;
    const { tokens, end } = actionAt(template, at);
    actions.push(tokens);
    at = end;
  }
  return actions;
}

function afterComment(template: string, from: number): number {
  const star = template.indexOf('*/', from);
  const end = star < 0 ? undefined : matchAt(COMMENT_END, template, star);
  if (!end) throw new Unreadable('with a comment that does not end', 'end it with */}}');
  return star + end.length;
}

function actionAt(template: string, from: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let at = from;
  while (at < template.length) {
    const end = matchAt(END, template, at);
    if (end) return { tokens, end: at + end.length };
    const token = tokenAt(template, at);
    tokens.push(token);
    at += token.text.length;
  }
  throw new Unreadable('in which a {{ has no }}');
}

function tokenAt(template: string, at: number): Token {
  for (const [kind, pattern] of KINDS) {
    const text = matchAt(pattern, template, at);
    if (text === undefined) continue;
    if (kind === 'text' && goString(text) === undefined) break;
    return { kind, text };
  }
  throw new Unreadable(`that cannot be read from '${shortened(template.slice(at))}' on`);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 20 ? `${line.slice(0, 17)}...` : line;
}
