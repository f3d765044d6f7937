import { isPromise } from 'node:util/types';
import { shown } from './fields/shown.ts';
import { strange } from './fields/strange.ts';
import type { Path } from './problem.ts';

/** Deeper than any file that people or programs write, and far from where a program runs out of stack. */
const DEEPEST = 100;

/** More holes than somebody makes by hand: they are one mistake, not one each. */
const MOST_HOLES = 100;

/** Of what a value throws, so much that it and the words around it fit on a line of a report. */
const LONGEST = 36;

/** The name of an entry that is no text. */
export interface SymbolName {
  /** Where the group is that has it. */
  readonly path: Path;

  readonly name: symbol;
}

/** What a source exports, as a file of data would hold it. */
export interface PlainData {
  /** A copy, with something strange in the place of what is no data. */
  readonly data: unknown;

  readonly symbols: readonly SymbolName[];
}

/**
 * Copies what a source exports, so that whoever reads it meets nothing but data: no getter, no promise, no class, no
 * circle. Every value is read once, and none is changed.
 */
export function plainData(exported: unknown): PlainData {
  const symbols: SymbolName[] = [];
  const copies = new Map<object, unknown>();

  function copyOf(value: unknown, path: Path): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (copies.has(value)) return copies.get(value);
    copies.set(value, strange('something that holds itself'));
    const isTooDeep = path.length > DEEPEST;
    const copy = isTooDeep ? strange(`a nesting of more than ${DEEPEST} levels`) : guarded(() => copied(value, path));
    copies.set(value, copy);
    return copy;
  }

  function copied(value: object, path: Path): unknown {
    const what = noData(value);
    if (what !== undefined) return strange(what);
    const inside = (key: string | number) => copyOf(readAt(value, key), [...path, key]);
    if (Array.isArray(value)) {
      const items = new Array<unknown>(value.length);
      for (const index of Object.keys(value).map(Number).filter(Number.isInteger)) items[index] = inside(index);
      return items;
    }
    symbols.push(...symbolsOf(value).map((name) => ({ path, name })));
    return Object.fromEntries(Object.keys(value).map((key) => [key, inside(key)]));
  }

  return { data: copyOf(exported, []), symbols };
}

/** What a value is that is no data, with its article; undefined for a list and for a group of fields. */
function noData(value: object): string | undefined {
  if (isPromise(value)) return 'a promise';
  if (Array.isArray(value)) {
    const holes = value.length - Object.keys(value).length;
    return holes > MOST_HOLES ? `a list with ${holes} holes` : undefined;
  }
  const prototype: object | null = Object.getPrototypeOf(value);
  // Every object of every realm ends at the one prototype that has none behind it.
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return undefined;
  const { name } = prototype.constructor;
  return name === 'Object' ? 'an object with another as its __proto__' : `an instance of ${name || 'a class'}`;
}

function symbolsOf(value: object): symbol[] {
  return Object.getOwnPropertySymbols(value).filter((name) => Object.prototype.propertyIsEnumerable.call(value, name));
}

function readAt(holder: object, key: string | number): unknown {
  return guarded(() => (holder as Record<string | number, unknown>)[key]);
}

/** What a reading gives, or something strange where it throws: a getter or a proxy may. */
function guarded(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    const said = [...shown(error instanceof Error ? error.message : error)];
    const short = said.length > LONGEST ? `${said.slice(0, LONGEST - 3).join('')}...` : said.join('');
    return strange(`a value that throws "${short}"`);
  }
}
