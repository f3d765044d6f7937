import { isDeepStrictEqual } from 'node:util';
import { BESIDES } from './besides.ts';
import { renamed, type Spot, spotsIn, valueAt, without, withValue } from './edits.ts';
import { type Change, type Place, titleOf } from './places.ts';

/** A site that differs from another in one place. */
export interface Changed {
  readonly input: unknown;

  /** With another word: the same site with each of the remaining words, from all of which it must differ. */
  readonly rivals: readonly unknown[];
}

/**
 * The changes of a site at a place.
 *
 * @param sites those that are accepted: what one of them has at the place is tried in the others
 */
export function changesIn(site: unknown, place: Place, sites: readonly unknown[]): Changed[] {
  const besides = BESIDES[titleOf(place)] ?? {};
  return spotsIn(site, place).flatMap((spot) =>
    HOW[place.change]({ site, place, spot, sites }).map(({ input, rivals }) => ({
      input: withFields(input, spot.slice(0, -1), besides),
      rivals,
    })),
  );
}

function withFields(site: unknown, group: Spot, fields: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(fields).reduce(
    (edited, [name, value]) =>
      value === undefined ? without(edited, [...group, name]) : withValue(edited, [...group, name], value),
    site,
  );
}

interface Where {
  readonly site: unknown;
  readonly place: Place;
  readonly spot: Spot;
  readonly sites: readonly unknown[];
}

const HOW: Readonly<Record<Change, (where: Where) => Changed[]>> = {
  'left out': ({ site, spot }) => [alone(without(site, spot))],
  'another value': (where) => others(where).map((value) => alone(withValue(where.site, where.spot, value))),
  'another word': anotherWord,
  'another kind': anotherKind,
  'one more item': oneMore,
  'another name': anotherName,
};

function alone(input: unknown): Changed {
  return { input, rivals: [] };
}

/** What stands at the place in any site, and not here. */
function others({ site, place: { path }, spot, sites }: Where): unknown[] {
  const here = valueAt(site, spot);
  return distinct(valuesAt(sites, path)).filter((value) => !isDeepStrictEqual(value, here));
}

function valuesAt(sites: readonly unknown[], path: Place['path']): unknown[] {
  return sites.flatMap((site) => spotsIn(site, { path, kinds: [] }).map((spot) => valueAt(site, spot)));
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function anotherWord({ site, place: { word, words = [] }, spot }: Where): Changed[] {
  const here = valueAt(site, spot);
  if (here === word) return [];
  const remaining = words.filter((one) => one !== word && one !== here);
  return [{ input: withValue(site, spot, word), rivals: remaining.map((one) => withValue(site, spot, one)) }];
}

function anotherKind(where: Where): Changed[] {
  const { site, place, spot } = where;
  const wordOf = (group: unknown) => (group as Record<string, unknown>)[place.field as string];
  if (wordOf(valueAt(site, spot)) === place.word) return [];
  return others(where)
    .filter((group) => wordOf(group) === place.word)
    .map((group) => alone(withValue(site, spot, group)));
}

function oneMore({ site, place, spot, sites }: Where): Changed[] {
  const list = valueAt(site, spot) as readonly unknown[];
  return distinct(valuesAt(sites, [...place.path, '[]']))
    .filter((item) => !list.some((one) => isDeepStrictEqual(one, item)))
    .map((item) => alone(withValue(site, spot, [...list, item])));
}

function anotherName({ site, place, spot, sites }: Where): Changed[] {
  const here = Object.keys(valueAt(site, spot) as object);
  const names = new Set(valuesAt(sites, place.path).flatMap((record) => Object.keys(record as object)));
  const free = [...names].filter((name) => !here.includes(name));
  return here.flatMap((from) => free.map((to) => alone(renamed(site, spot, from, to))));
}
