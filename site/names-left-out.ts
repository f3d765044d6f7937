import { z } from 'zod';
import { unpacked } from './fields/breach.ts';
import { outline, type Place, placeAt } from './outline.ts';
import { type Path, pathText, type SiteProblem } from './problem.ts';
import { siteSchema } from './site.ts';

/** The one name that zod drops from a record without a word, since a careless program would take it for a prototype. */
const DROPPED = '__proto__';

/** The problems of entries that the schema does not even see. */
export function namesLeftOut(input: unknown): SiteProblem[] {
  return leftOut(outline(siteSchema), input, []);
}

/** The same problems without those that only follow: a group in which nothing else stands looks empty. */
export function withoutEmpty(problems: readonly SiteProblem[], leftOut: readonly SiteProblem[]): SiteProblem[] {
  const holders = new Set(leftOut.map(({ path }) => pathText(path.slice(0, -1))));
  return problems.filter(({ id, path }) => id !== 'not-empty' || !holders.has(pathText(path)));
}

function leftOut(places: readonly Place[], value: unknown, path: Path): SiteProblem[] {
  const place = typeof value === 'object' && value !== null ? placeAt(places, path) : undefined;
  if (!place) return [];
  const { def } = place.schema._zod;
  const own = def.type === 'record' && Object.hasOwn(value as object, DROPPED) ? wrong(def.keyType, path) : [];
  const inner = Object.entries(value as object).flatMap(([key, entry]) =>
    leftOut(places, entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...own, ...inner];
}

/** What the names of this record are held to says why it is none. */
function wrong(names: z.core.$ZodType, path: Path): SiteProblem[] {
  const issues = z.safeParse(names, DROPPED).error?.issues ?? [];
  return issues.map(({ message }) => {
    const { id, rule, fix } = unpacked(message);
    return { id, path: [...path, DROPPED], found: DROPPED, rule, fix };
  });
}
