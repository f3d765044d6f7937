/** A part of a site that has fields or entries. */
export type Group = { readonly [name: PropertyKey]: unknown };

export type Path = readonly (string | number)[];

/** The path of everything that a site states, groups and lists included, but not of the site itself. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...path, key], ...placesIn(inner, [...path, key])]);
}

/** The path of every group in a site, the site itself included. */
export function groupsIn(site: Group): Path[] {
  return [
    [],
    ...placesIn(site).filter((path) => isGroup(path.reduce<unknown>((value, key) => (value as Group)[key], site))),
  ];
}

/** A copy with another value at a path; with nothing there if the value is undefined. */
export function withValue(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const inner = withValue((value as Group)[key], rest, replacement);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? inner : item));
  const { [key]: _, ...others } = value as Group;
  return inner === undefined ? others : { ...others, [key]: inner };
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
