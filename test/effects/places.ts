import type { z } from 'zod';

type Schema = z.core.$ZodType;

/** What is changed at a place. */
export type Change = 'left out' | 'another value' | 'another word' | 'another kind' | 'one more item' | 'another name';

/** A group of which one word decides what else is in it: `signOn`, by its `provider`. */
export interface Kind {
  /** Where the group is. */
  readonly at: readonly string[];

  /** The field with the word. */
  readonly field: string;
  readonly word: unknown;
}

/** A place of the schema, and one thing that a user can change there. */
export interface Place {
  /** Where it is; `*` stands for every name in a record, `[]` for every item of a list. */
  readonly path: readonly string[];

  /** The kinds of the groups around it, without which there is no such place. */
  readonly kinds: readonly Kind[];
  readonly change: Change;

  /** What may stand there, without default and without leave to be absent. */
  readonly schema: Schema;

  /** With another word or kind: all there are. */
  readonly words?: readonly unknown[];

  /** With another word or kind: the one that is written. */
  readonly word?: unknown;

  /** With another kind: the field with the word. */
  readonly field?: string;
}

type Around = Pick<Place, 'path' | 'kinds'>;

/** What of a service differs in an environment. */
const IN = ['teams', '*', 'services', '*', 'in', '*'];

/** How deep a group goes of which an environment states only what differs: a name in `env`, a field of a worker. */
const MERGED: Readonly<Record<string, number>> = {
  ...{ env: 2, scratch: 2, timeouts: 2 },
  ...{ workers: 3, cron: 3, tasks: 3 },
};

/**
 * The places at which a change is tried: all of them, but for the inside of what an environment states as a whole.
 *
 * There `in` has the very schema of the service itself, whose inside is tried where it stands, and the plan takes the whole
 * field of the one or of the other (`inEnvironment`). So a change of the field shows that the environment's counts. What is
 * given up: a part of the plan that would take a field of the environment and something inside the service's.
 */
export function triedPlaces(places: readonly Place[]): Place[] {
  const schemas = new Map(places.map((place) => [titleOf(place), place.schema]));
  return places.filter((place) => {
    if (!IN.every((part, index) => place.path[index] === part)) return true;
    const inside = place.path.slice(IN.length);
    if (inside.length <= (MERGED[inside[0] ?? ''] ?? 1)) return true;
    return schemas.get(titleOf({ ...place, path: [...IN.slice(0, -2), ...inside] })) !== place.schema;
  });
}

/** Everything that can be changed somewhere in a schema, outer places first. */
export function placesOf(schema: Schema, around: Around = { path: [], kinds: [] }): Place[] {
  const bare = unwrapped(schema);
  const inner = inside(bare, around);
  const isOptional = schema._zod.optin !== undefined;
  // A field with one word says the same where it is left out, and has no other value.
  return isOptional && inner.length > 0 ? [{ ...around, change: 'left out', schema: bare }, ...inner] : inner;
}

/** One place and change in the words of a title: `cloud.nodes.*.ocpus: another value`. */
export function titleOf({ path, kinds, change, word, field }: Place): string {
  const where = path.join('.').replaceAll('.[]', '[]');
  const what = word === undefined ? change : `${change}, ${field === undefined ? '' : `${field} `}${word}`;
  return `${where}${kinds.map((kind) => ` of ${kind.field} ${kind.word}`).join('')}: ${what}`;
}

function inside(schema: z.core.$ZodTypes, around: Around): Place[] {
  const { path } = around;
  const { def } = schema._zod;
  const below = (part: string) => ({ ...around, path: [...path, part] });
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => placesOf(field, below(name)));
    case 'record':
      return [{ ...around, change: 'another name', schema }, ...placesOf(def.valueType, below('*'))];
    case 'array':
      return [{ ...around, change: 'one more item', schema }, ...placesOf(def.element, below('[]'))];
    case 'union':
      return kindsOf(schema, def.options, around);
    case 'enum':
      return wordsAt(schema, Object.values(def.entries), around);
    case 'boolean':
      return wordsAt(schema, [true, false], around);
    case 'literal':
    case 'undefined':
      return [];
    case 'string':
    case 'number':
    case 'custom':
      return [{ ...around, change: 'another value', schema }];
    default:
      throw new Error(`test/effects/places.ts does not know how to change a ${def.type}, as ${path.join('.')} is`);
  }
}

function wordsAt(schema: Schema, words: readonly unknown[], around: Around): Place[] {
  if (words.length < 2) return [];
  return words.map((word) => ({ ...around, change: 'another word', schema, words, word }));
}

/** The kinds of a group, and the fields of each. */
function kindsOf(union: Schema, options: readonly Schema[], around: Around): Place[] {
  const kinds = options.map((option) => {
    const { def } = unwrapped(option)._zod;
    const fields = def.type === 'object' ? Object.entries(def.shape) : [];
    const deciding = fields.flatMap(([field, schema]) => {
      const inner = unwrapped(schema)._zod.def;
      return inner.type === 'literal' ? [{ at: around.path, field, word: inner.values[0] }] : [];
    });
    if (deciding.length !== 1) throw new Error(`test/effects/places.ts sees no kinds in ${around.path.join('.')}`);
    return { option, kind: deciding[0] as Kind };
  });
  const words = kinds.map(({ kind }) => kind.word);
  return kinds.flatMap(({ option, kind }) => [
    { ...around, change: 'another kind' as const, schema: union, words, word: kind.word, field: kind.field },
    ...placesOf(option, { ...around, kinds: [...around.kinds, kind] }),
  ]);
}

/** The schema inside its default, its leave to be absent and its transformation. */
function unwrapped(schema: Schema): z.core.$ZodTypes {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault') return unwrapped(def.innerType);
  if (def.type !== 'pipe') return schema as z.core.$ZodTypes;
  // What is read from a short form has its fields behind it.
  return unwrapped((def.in as z.core.$ZodTypes)._zod.def.type === 'transform' ? def.out : def.in);
}
