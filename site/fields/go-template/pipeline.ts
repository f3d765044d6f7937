import { nearest } from '../nearest.ts';
import { type Token, type TokenKind, Unreadable } from './tokens.ts';
import { FIELDS, FUNCTIONS } from './vmalert.ts';

/** What is known where a pipeline stands. */
export interface Scope {
  /** Variables so far; a declaration adds to them. */
  readonly variables: string[];

  /** Whether `.` is still all that is known of the alert, and not an element of it. */
  readonly whole: boolean;
}

/** Tokens and how far they are read. */
class Reader {
  #at = 0;

  constructor(readonly tokens: readonly Token[]) {}

  /** The next token that is no space. */
  peek(): Token | undefined {
    while (this.tokens[this.#at]?.kind === 'space') this.#at += 1;
    return this.tokens[this.#at];
  }

  /** Takes the next token, a space too. */
  take(): Token | undefined {
    const token = this.tokens[this.#at];
    this.#at += 1;
    return token;
  }

  /** Whether this is the kind of the very next token, after which it is taken. */
  takes(kind: TokenKind): Token | undefined {
    return this.tokens[this.#at]?.kind === kind ? this.take() : undefined;
  }
}

/** One value in a command. */
interface Operand {
  readonly token: Token;
  readonly fields: number;
}

/** Reads `$x := value | function` to its end, and refuses what vmalert would refuse, or would fail at later. */
export function readPipeline(tokens: readonly Token[], scope: Scope, loops = false): void {
  const reader = new Reader(tokens);
  declare(reader, scope, loops);
  commands(reader, scope, undefined);
}

/** Takes the variables that are set here: two at most, and only where a list is walked through. */
function declare(reader: Reader, { variables }: Scope, loops: boolean): void {
  for (let left = countDeclared(reader, loops); left > 0; left -= 1) {
    const name = reader.peek()?.text ?? '';
    reader.take();
    const sign = reader.peek();
    reader.take();
    if (sign?.text === '=' && !variables.includes(name)) throw unknownVariable(name, variables);
    variables.push(name);
  }
}

function countDeclared({ tokens }: Reader, loops: boolean): number {
  const kinds = tokens.filter(({ kind }) => kind !== 'space').map(({ kind }) => kind);
  const begins = (...wanted: TokenKind[]) => wanted.every((kind, index) => kinds[index] === kind);
  if (begins('variable', 'declare')) return 1;
  return loops && begins('variable', 'comma', 'variable', 'declare') ? 2 : 0;
}

function commands(reader: Reader, scope: Scope, end: TokenKind | undefined): void {
  for (let stage = 0; ; stage += 1) {
    const operands = command(reader, scope);
    judge(operands, stage);
    const next = reader.take();
    if (next?.kind === end) return;
    if (next?.kind !== 'pipe') throw unexpected(next);
  }
}

function command(reader: Reader, scope: Scope): Operand[] {
  const operands: Operand[] = [];
  for (;;) {
    const token = reader.peek();
    if (token === undefined || token.kind === 'pipe' || token.kind === 'close') return operands;
    reader.take();
    operands.push(operand(reader, scope, token));
    // Values are kept apart by spaces.
    if (reader.takes('space')) continue;
    const next = reader.peek();
    if (next !== undefined && next.kind !== 'pipe' && next.kind !== 'close') throw unexpected(next);
  }
}

const LITERALS: readonly TokenKind[] = ['text', 'number', 'dot'];

function operand(reader: Reader, scope: Scope, token: Token): Operand {
  term(reader, scope, token);
  let fields = 0;
  for (let field = reader.takes('field'); field; field = reader.takes('field')) {
    if (fields === 0 && token.text === '$') known(field.text);
    fields += 1;
  }
  if (fields > 0 && (LITERALS.includes(token.kind) || isConstant(token))) throw unexpected(token);
  return { token, fields };
}

function term(reader: Reader, scope: Scope, token: Token): void {
  if (token.kind === 'open') commands(reader, scope, 'close');
  if (token.kind === 'variable' && !scope.variables.includes(token.text)) {
    throw unknownVariable(token.text, scope.variables);
  }
  if (token.kind === 'field' && scope.whole) known(token.text);
  if (token.kind === 'word' && !isConstant(token) && !FUNCTIONS.has(token.text)) throw unknownFunction(token.text);
  if (['comma', 'declare', 'space'].includes(token.kind)) throw unexpected(token);
}

/** Whether the values of a command fit together; all but the first also get the value of the one before. */
function judge(operands: readonly Operand[], stage: number): void {
  const [head, ...rest] = operands;
  if (!head) throw new Unreadable('with a {{ }} that names nothing');
  const isFunction = ({ token, fields }: Operand) => token.kind === 'word' && !isConstant(token) && fields === 0;
  if (stage > 0 && (LITERALS.includes(head.token.kind) || isConstant(head.token))) {
    throw new Unreadable(`with ${head.token.text} behind a |, where a function belongs`);
  }
  const given = rest.length + (stage > 0 ? 1 : 0);
  if (isFunction(head)) arity(head.token.text, given);
  else if (given > 0 && head.token.kind !== 'field' && head.fields === 0)
    throw unexpected(rest[0]?.token ?? head.token);
  for (const other of rest.filter(isFunction)) arity(other.token.text, 0);
}

function arity(name: string, given: number): void {
  const [least, most] = FUNCTIONS.get(name) ?? [0, 0];
  if (given >= least && given <= most) return;
  const wanted = least === most ? `${least}` : `at least ${least}`;
  throw new Unreadable(`that gives ${name} ${given} value${given === 1 ? '' : 's'}, and it takes ${wanted}`);
}

function isConstant({ kind, text }: Token): boolean {
  return kind === 'word' && ['true', 'false', 'nil'].includes(text);
}

function known(field: string): void {
  const name = field.slice(1);
  if (FIELDS.includes(name)) return;
  const near = nearest(name, FIELDS);
  throw new Unreadable(
    `that reads ${field}, which an alert does not have`,
    near ? `did you mean .${near}?` : `write one of ${FIELDS.map((one) => `.${one}`).join(', ')}`,
  );
}

function unknownVariable(name: string, variables: readonly string[]): Unreadable {
  const near = nearest(name, variables);
  return new Unreadable(
    `that reads ${name}, which nothing sets`,
    near && near !== '$' ? `did you mean ${near}?` : 'write $labels.instance, $value or another label of the alert',
  );
}

function unknownFunction(name: string): Unreadable {
  const near = nearest(name, [...FUNCTIONS.keys()]);
  return new Unreadable(
    `that calls ${name}, which is no function of vmalert`,
    near
      ? `did you mean ${near}?`
      : 'write for instance {{ $value | humanize }}, or {{ $labels.instance }} for a label',
  );
}

function unexpected(token: Token | undefined): Unreadable {
  if (token === undefined) return new Unreadable('in which a ( has no )');
  return new Unreadable(`that cannot be read at '${token.text}'`);
}
