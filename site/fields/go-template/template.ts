import { readPipeline, type Scope } from './pipeline.ts';
import { actionsOf, type Token, Unreadable } from './tokens.ts';
import { VARIABLES } from './vmalert.ts';

/** A part of a template that an `end` ends. */
interface Frame {
  readonly keyword: 'if' | 'with' | 'range';

  /** Whether its `else` was there. */
  otherwise: boolean;

  /** How many variables there were before it. */
  readonly variables: number;
}

/** What is open at a place of a template. */
interface State {
  readonly frames: Frame[];
  readonly variables: string[];
}

/**
 * Why a text is no template that vmalert can fill in, if it is none.
 *
 * All of Go's language of templates that a sentence needs: values, functions, `if`, `with` and `range`. What is refused
 * and yet is of that language, templates with a name and the rarer ways to write a number, has no use in a sentence.
 */
export function flawOf(template: string): Unreadable | undefined {
  const state: State = { frames: [], variables: [...VARIABLES] };
  try {
    for (const action of actionsOf(template)) read(action, state);
    const open = state.frames.at(-1);
    return open && new Unreadable(`in which {{ ${open.keyword} }} has no {{ end }}`, 'write {{ end }} where it ends');
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

/** What the word at the beginning of an action does; without one of these it is a value. */
const KEYWORDS: Readonly<Record<string, (word: string, rest: readonly Token[], state: State) => void>> = {
  if: begin,
  with: begin,
  range: begin,
  else: otherwise,
  end: close,
  break: leave,
  continue: leave,
  define: refuse,
  block: refuse,
  template: refuse,
};

function read(action: readonly Token[], state: State): void {
  const at = action.findIndex(({ kind }) => kind !== 'space');
  const [first, rest] = [action[at], action.slice(at + 1)];
  const keyword = first?.kind === 'word' && Object.hasOwn(KEYWORDS, first.text) ? KEYWORDS[first.text] : undefined;
  if (first && keyword) keyword(first.text, rest, state);
  else readPipeline(action, scopeOf(state));
}

function scopeOf({ frames, variables }: State): Scope {
  return { variables, whole: frames.every(({ keyword }) => keyword === 'if') };
}

function begin(word: string, rest: readonly Token[], state: State): void {
  const variables = state.variables.length;
  readPipeline(rest, scopeOf(state), word === 'range');
  state.frames.push({ keyword: word as Frame['keyword'], otherwise: false, variables });
}

function otherwise(_: string, rest: readonly Token[], state: State): void {
  const frame = state.frames.at(-1);
  if (!frame || frame.otherwise) throw new Unreadable('with an {{ else }} that belongs to no {{ if }}');
  const next = rest.findIndex(({ kind }) => kind !== 'space');
  if (next < 0) {
    frame.otherwise = true;
    return;
  }
  const chained = frame.keyword !== 'range' && rest[next]?.text === frame.keyword;
  if (!chained) throw new Unreadable(`that cannot be read at '${rest[next]?.text}'`);
  readPipeline(rest.slice(next + 1), scopeOf(state));
}

function close(word: string, rest: readonly Token[], { frames, variables }: State): void {
  alone(word, rest);
  const frame = frames.pop();
  if (!frame) throw new Unreadable('with an {{ end }} that ends nothing', 'leave it out');
  variables.length = frame.variables;
}

function leave(word: string, rest: readonly Token[], { frames }: State): void {
  alone(word, rest);
  if (frames.some(({ keyword, otherwise: past }) => keyword === 'range' && !past)) return;
  throw new Unreadable(`with {{ ${word} }} outside of {{ range }}`, 'leave it out');
}

function refuse(word: string): void {
  throw new Unreadable(`with {{ ${word} }}, which is for files of templates`, 'write the sentence itself');
}

function alone(word: string, rest: readonly Token[]): void {
  const more = rest.find(({ kind }) => kind !== 'space');
  if (more) throw new Unreadable(`with '${more.text}' behind ${word}, which stands alone`);
}
