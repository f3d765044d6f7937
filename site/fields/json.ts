/** A value somewhere inside another one that JSON cannot hold. */
export interface NotJson {
  /** Where: `panels[0].title`. */
  readonly place: string;

  /** What it is, with its article: `a function`. */
  readonly what: string;
}

/** The first value inside `value` that JSON cannot hold as it is; a field without a value counts as left out. */
export function notJson(value: unknown, place = '', above: readonly unknown[] = []): NotJson | undefined {
  const what = problemOf(value, above);
  if (what !== undefined) return { place, what };
  if (typeof value !== 'object' || value === null) return undefined;
  const around = [...above, value];
  for (const [step, inner] of steps(value)) {
    const found = notJson(inner, place === '' ? step.replace(/^\./, '') : place + step, around);
    if (found) return found;
  }
  return undefined;
}

/** What is inside a list or an object, with the step that leads there. */
function steps(value: object): [step: string, inner: unknown][] {
  if (Array.isArray(value)) return Array.from(value, (item, index) => [`[${index}]`, item]);
  return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[`.${key}`, inner]]));
}

function problemOf(value: unknown, above: readonly unknown[]): string | undefined {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `the number ${value}`;
  return typeof value === 'object' ? objectProblem(value, above) : `a ${typeof value}`;
}

function objectProblem(value: object, above: readonly unknown[]): string | undefined {
  if (above.includes(value)) return 'something that holds itself';
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value) || prototype === null || prototype === Object.prototype) return undefined;
  return `an instance of ${prototype.constructor?.name ?? 'a class'}`;
}
