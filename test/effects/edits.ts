import { isDeepStrictEqual } from 'node:util';
import type { Kind, Place } from './places.ts';

/** Where something stands in one site. */
export type Spot = readonly (string | number)[];

type Group = Readonly<Record<string, unknown>>;

/** Where a place of the schema is in a site: once for each entry and item. */
export function spotsIn(site: unknown, { path, kinds }: Pick<Place, 'path' | 'kinds'>): Spot[] {
  return spotsBelow(site, path, [], kinds);
}

function spotsBelow(value: unknown, path: readonly string[], depth: readonly string[], kinds: readonly Kind[]): Spot[] {
  const decided = kinds.filter(({ at }) => isDeepStrictEqual(at, depth));
  if (value === undefined || decided.some(({ field, word }) => (value as Group)?.[field] !== word)) return [];
  const [part, ...rest] = path;
  if (part === undefined) return [[]];
  return keysFor(value, part).flatMap((key) =>
    spotsBelow((value as Group)[key], rest, [...depth, part], kinds).map((spot): Spot => [key, ...spot]),
  );
}

function keysFor(value: unknown, part: string): (string | number)[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return part === '[]' ? [...value.keys()] : [];
  return part === '*' ? Object.keys(value) : [part];
}

/** What stands at a spot. */
export function valueAt(site: unknown, spot: Spot): unknown {
  return spot.reduce<unknown>((value, key) => (value as Group | undefined)?.[key], site);
}

/** A site with something else at a spot. */
export function withValue(site: unknown, [key, ...rest]: Spot, value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withValue((site as Group)[key], rest, value);
  return Array.isArray(site) ? site.with(key as number, inner) : { ...(site as Group), [key]: inner };
}

/** A site in which nothing is written at a spot. */
export function without(site: unknown, spot: Spot): unknown {
  const group = valueAt(site, spot.slice(0, -1)) as Group;
  const kept = Object.entries(group).filter(([key]) => key !== spot.at(-1));
  return withValue(site, spot.slice(0, -1), Object.fromEntries(kept));
}

/** A site in which an entry of a record has another name, and its place in the order. */
export function renamed(site: unknown, record: Spot, from: string, to: string): unknown {
  const entries = Object.entries(valueAt(site, record) as Group);
  return withValue(site, record, Object.fromEntries(entries.map(([key, value]) => [key === from ? to : key, value])));
}
