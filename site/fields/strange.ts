/** What stands for each value that is no data. */
const names = new WeakMap<object, string>();

/**
 * Something that stands for a value which no file of data could hold, and that no field takes.
 *
 * @param what what the value is, with its article: `a promise`
 */
export function strange(what: string): unknown {
  const standIn = () => what;
  names.set(standIn, what);
  return standIn;
}

/** What a value is that is no data, with its article; undefined for data. */
export function strangeness(value: unknown): string | undefined {
  return typeof value === 'function' ? (names.get(value) ?? 'a function') : undefined;
}
