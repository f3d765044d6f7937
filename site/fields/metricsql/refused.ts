import type { SyntaxNode, Tree } from '@lezer/common';
import { AGGREGATIONS, MISSING } from './functions.ts';
import { isNumber, isTime, regexFlaw, textOf } from './literals.ts';
import { strangeSpace } from './readable.ts';

/** What vmalert does not take, and what to write instead. */
export interface Refused {
  /** In words that follow "holds ". */
  readonly what: string;
  readonly fix: string;
}

/** Looks at one kind of node of PromQL's grammar. */
type Look = (node: SyntaxNode, text: string) => Refused | undefined;

const plainTime = (text: string): Refused => ({
  what: `the time ${text}`,
  fix: 'write a plain one such as 5m or 1h30m',
});

const LOOKS: Readonly<Record<string, Look>> = {
  FunctionIdentifier: (_, text) => missing(text),
  AggregateOp: (_, text) => missing(text.toLowerCase()),
  Smoothed: () => ({ what: 'smoothed', fix: 'leave it out: vmalert looks beyond the window anyway' }),
  Anchored: () => ({ what: 'anchored', fix: 'leave it out: vmalert looks beyond the window anyway' }),
  TrimUpper: () => ({ what: 'the operator </', fix: 'use histogram_share' }),
  TrimLower: () => ({ what: 'the operator >/', fix: 'use histogram_share' }),
  DurationExpr: (_, text) => (isTime(text) ? undefined : plainTime(text)),
  OffsetDurationExpr: (_, text) => (isTime(text.replace(/^-\s*/, '')) ? undefined : plainTime(text)),
  NumberDurationLiteral: (_, text) =>
    isNumber(text.replace(/^[+-]\s*/, ''))
      ? undefined
      : { what: `the number ${text}`, fix: 'write it in plain digits' },
  StringLiteral: (node, text) => strange(node, text),
  QuotedLabelName: (node, text) => quotedName(node, text),
  BinaryExpr: operator,
  UnquotedLabelMatcher: matcher,
  QuotedLabelMatcher: matcher,
  OffsetExpr: modifiers,
  StepInvariantExpr: modifiers,
  MatrixSelector: modifiers,
  SubqueryExpr: modifiers,
};

/** The first thing in a query that is PromQL and that vmalert refuses. */
export function refusedIn(tree: Tree, query: string): Refused | undefined {
  const space = strangeSpace(query);
  if (space) return { what: `the character U+${hex(space)}`, fix: 'write a plain space in its place' };
  let refused: Refused | undefined;
  tree.iterate({
    enter: ({ name, from, to, node }) => {
      refused ??= LOOKS[name]?.(node, query.slice(from, to).trim());
      return refused === undefined;
    },
  });
  return refused;
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function missing(name: string): Refused | undefined {
  return Object.hasOwn(MISSING, name) ? { what: `the function ${name}`, fix: `${MISSING[name]}` } : undefined;
}

/** A text belongs to a function or to a label, and ends. */
function strange({ parent }: SyntaxNode, text: string): Refused | undefined {
  const home = parent?.name ?? '';
  if (home === 'QuotedLabelName') return undefined;
  if (!['FunctionCallBody', 'UnquotedLabelMatcher', 'QuotedLabelMatcher'].includes(home)) {
    return { what: `the text ${text} where a number or a metric belongs`, fix: 'write a metric, without quotes' };
  }
  if (textOf(text) !== undefined) return undefined;
  return {
    what: `the text ${text}, which cannot be read`,
    fix: 'end it with its quote, and write \\\\ for a backslash',
  };
}

function quotedName({ parent }: SyntaxNode, text: string): Refused | undefined {
  const plain = /^(["'`])[A-Za-z_:][^\\\n]*\1$/.test(text);
  if (plain && parent?.name !== 'LabelMatchers') return undefined;
  return { what: `the name ${text} in quotes`, fix: 'write it without quotes, or of a metric {__name__="..."}' };
}

const COMPARISONS = ['Eql', 'Neq', 'Gtr', 'Gte', 'Lss', 'Lte'];
const SETS = ['And', 'Or', 'Unless'];

function operator(node: SyntaxNode, text: string): Refused | undefined {
  const name = /^[A-Za-z_]+(?=\s+[A-Za-z_])/.exec(text)?.[0] ?? '';
  const has = (name: string) => node.getChild(name) !== null;
  const set = SETS.some(has);
  if (AGGREGATIONS.has(name.toLowerCase()) && node.firstChild?.name === 'VectorSelector') {
    return { what: `a metric with the name of a function, ${name}`, fix: `write {__name__="${name}"}` };
  }
  if (has('BoolModifier') && !COMPARISONS.some(has)) {
    return { what: 'bool behind something that compares nothing', fix: 'leave bool out' };
  }
  const matching = node.getChild('MatchingModifierClause');
  if (set && (matching?.getChild('GroupLeft') || matching?.getChild('GroupRight'))) {
    return { what: 'group_left or group_right behind and, or, unless', fix: 'leave it out' };
  }
  return set && has('FillModifier') ? { what: 'fill behind and, or, unless', fix: 'leave it out' } : undefined;
}

function matcher(node: SyntaxNode, text: string): Refused | undefined {
  const literal = node.getChild('StringLiteral');
  const operation = node.getChild('MatchOp');
  if (!literal || !(operation?.getChild('EqlRegex') || operation?.getChild('NeqRegex'))) return undefined;
  const value = textOf(text.slice(literal.from - node.from));
  const flaw = value === undefined ? undefined : regexFlaw(value);
  return flaw === undefined
    ? undefined
    : {
        what: `a regular expression that Go cannot read: ${flaw}`,
        fix: 'correct it: look-ahead and \\1 are not of RE2',
      };
}

const WINDOWS = ['MatrixSelector', 'SubqueryExpr'];
const KINDS: Readonly<Record<string, string>> = { OffsetExpr: 'offset', StepInvariantExpr: 'at' };

/** A window comes first, then offset and @ once each; anything more wants parentheses. */
function modifiers(node: SyntaxNode): Refused | undefined {
  const kinds: string[] = [];
  for (let inner: SyntaxNode | null = node; inner; inner = inner.firstChild) {
    const kind = WINDOWS.includes(inner.name) ? 'window' : KINDS[inner.name];
    if (kind === undefined) break;
    kinds.unshift(kind);
  }
  if (new Set(kinds).size === kinds.length && kinds.lastIndexOf('window') <= 0) return undefined;
  return { what: `${kinds.at(-1)} behind ${kinds.at(-2)}`, fix: 'put what stands before it into parentheses' };
}
