import type { z } from 'zod';
import type { Path } from './problem.ts';

type Schema = z.core.$ZodType;

/** A place of the schema: a field, an entry of a record or an item of a list. */
export interface Place {
  /** Where it is; `*` stands for every name in a record, `[]` for every item of a list. */
  readonly path: readonly string[];

  /** What may stand there, without default and without leave to be absent. */
  readonly schema: z.core.$ZodTypes;

  /** Whether something must stand there. */
  readonly required: boolean;
}

/** A place with those inside it, under the part of the path that leads there. */
export interface Branch {
  readonly place: Place;
  readonly inner: Map<string, Branch>;
}

const outlines = new WeakMap<Schema, readonly Place[]>();
const trees = new WeakMap<readonly Place[], Branch>();

/** Every place of a schema, outer ones first. */
export function outline(schema: Schema): readonly Place[] {
  const places = outlines.get(schema) ?? placesOf(schema, []);
  outlines.set(schema, places);
  return places;
}

/** The same places as a tree. */
export function tree(places: readonly Place[]): Branch {
  const root = trees.get(places) ?? treeOf(places);
  trees.set(places, root);
  return root;
}

function treeOf([first, ...others]: readonly Place[]): Branch {
  const root: Branch = { place: first as Place, inner: new Map() };
  for (const place of others) {
    const holder = place.path.slice(0, -1).reduce((branch, part) => branch.inner.get(part) as Branch, root);
    const part = place.path.at(-1) as string;
    // Kinds of a group may have a field of one name; the first of them counts.
    if (!holder.inner.has(part)) holder.inner.set(part, { place, inner: new Map() });
  }
  return root;
}

function placesOf(schema: Schema, path: Place['path']): Place[] {
  const bare = unwrapped(schema);
  const required = schema._zod.optin === undefined;
  return [{ path, schema: bare, required }, ...inside(bare, path)];
}

function inside(schema: z.core.$ZodTypes, path: Place['path']): Place[] {
  const { def } = schema._zod;
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([key, field]) => placesOf(field, [...path, key]));
  if (def.type === 'record') return placesOf(def.valueType, [...path, '*']);
  if (def.type === 'array') return placesOf(def.element, [...path, '[]']);
  if (def.type === 'union') return def.options.flatMap((option) => inside(unwrapped(option), path));
  return [];
}

/** The schema inside its default, its leave to be absent and its transformation. */
function unwrapped(schema: Schema): z.core.$ZodTypes {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault') return unwrapped(def.innerType);
  if (def.type !== 'pipe') return schema as z.core.$ZodTypes;
  // What is read from a short form has its fields behind it.
  return unwrapped((def.in as z.core.$ZodTypes)._zod.def.type === 'transform' ? def.out : def.in);
}

/** The place to which a path leads. */
export function placeAt(places: readonly Place[], path: Path): Place | undefined {
  return branchAt(places, path)?.place;
}

function branchAt(places: readonly Place[], path: Path): Branch | undefined {
  return path.reduce<Branch | undefined>((branch, key) => branch && branchTo(branch, key), tree(places));
}

/** What is inside a place under a name or a number. */
export function branchTo({ inner }: Branch, key: string | number): Branch | undefined {
  return (typeof key === 'number' ? inner.get('[]') : inner.get(key)) ?? inner.get('*');
}

/** Whether a path leads to a place. */
export function leadsTo(place: Place['path'], path: Path): boolean {
  return place.length === path.length && place.every((part, index) => stands(part, path[index]));
}

/** Whether a part of a place's path stands for a part of a path. */
export function stands(part: string | number, key: string | number | undefined): boolean {
  if (key === undefined) return false;
  return part === '*' || part === key || (part === '[]' && typeof key === 'number');
}

/** The names of the fields of an object, in the order of the schema; none where the names are the user's own. */
export function fieldsAt(places: readonly Place[], path: Path): string[] {
  const { inner } = branchAt(places, path) ?? tree(places);
  return [...inner.keys()].filter((name) => name !== '*' && name !== '[]');
}

/**
 * The names of the fields that a group may have in which one word decides which: of a sign-on at GitHub, not of one at
 * Google. Undefined where no word decides.
 */
export function fieldsOfKind(schema: z.core.$ZodTypes | undefined, holder: unknown): string[] | undefined {
  const def = schema?._zod.def;
  if (def?.type !== 'union') return undefined;
  const shapes = def.options.map((option) => shapeOf(unwrapped(option)));
  const own = shapes.find((shape) =>
    Object.entries(shape).some(([field, value]) => isWord(value, (holder as Record<string, unknown>)[field])),
  );
  if (!own) return undefined;
  return Object.entries(own).flatMap(([name, field]) => (unwrapped(field)._zod.def.type === 'undefined' ? [] : name));
}

function shapeOf({ _zod: { def } }: z.core.$ZodTypes): Readonly<Record<string, Schema>> {
  return def.type === 'object' ? def.shape : {};
}

function isWord(schema: Schema, value: unknown): boolean {
  const { def } = unwrapped(schema)._zod;
  return def.type === 'literal' && (def.values as readonly unknown[]).includes(value);
}
