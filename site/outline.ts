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

/** Every place of a schema, outer ones first. */
export function outline(schema: Schema, path: Place['path'] = []): Place[] {
  const bare = unwrapped(schema);
  const required = schema._zod.optin === undefined;
  return [{ path, schema: bare, required }, ...inside(bare, path)];
}

function inside(schema: z.core.$ZodTypes, path: Place['path']): Place[] {
  const { def } = schema._zod;
  if (def.type === 'object') return Object.entries(def.shape).flatMap(([key, field]) => outline(field, [...path, key]));
  if (def.type === 'record') return outline(def.valueType, [...path, '*']);
  if (def.type === 'array') return outline(def.element, [...path, '[]']);
  if (def.type === 'union') return def.options.flatMap((option) => inside(unwrapped(option), path));
  return [];
}

/** The schema inside its default, its leave to be absent and its transformation. */
function unwrapped(schema: Schema): z.core.$ZodTypes {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'prefault') return unwrapped(def.innerType);
  return def.type === 'pipe' ? unwrapped(def.in) : (schema as z.core.$ZodTypes);
}

/** The place to which a path leads. */
export function placeAt(places: readonly Place[], path: Path): Place | undefined {
  return places.find((place) => leadsTo(place.path, path));
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
  const prefix = placeAt(places, path)?.path ?? [];
  const fields = places.filter(
    (place) => place.path.length === prefix.length + 1 && prefix.every((part, i) => part === place.path[i]),
  );
  const names = fields.map((place) => place.path.at(-1) as string);
  return [...new Set(names.filter((name) => name !== '*' && name !== '[]'))];
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
