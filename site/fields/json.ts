import { strangeness } from './strange.ts';

/** A value somewhere inside another one that JSON cannot hold. */
export interface NotJson {
  /** Where: `panels[0].title`. */
  readonly place: string;

  /** What it is, with its article: `a function`. */
  readonly what: string;
}

/** The first value inside plain data that JSON cannot hold as it is; a field without a value counts as left out. */
export function notJson(value: unknown, place = ''): NotJson | undefined {
  const what = problemOf(value);
  if (what !== undefined) return { place, what };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [step, inner] of steps(value)) {
    const found = notJson(inner, place === '' ? step.replace(/^\./, '') : place + step);
    if (found) return found;
  }
  return undefined;
}

/** What is inside a list or an object, with the step that leads there. */
function steps(value: object): [step: string, inner: unknown][] {
  if (Array.isArray(value)) return Array.from(value, (item, index) => [`[${index}]`, item]);
  return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[`.${key}`, inner]]));
}

function problemOf(value: unknown): string | undefined {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `the number ${value}`;
  if (typeof value === 'symbol' || typeof value === 'bigint') return `a ${typeof value}`;
  return strangeness(value);
}
