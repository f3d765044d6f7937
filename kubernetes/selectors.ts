import type { Labels } from './labels.ts';
import type { Expression } from './pod-spec.ts';

/** A choice of objects by their labels: every pair and every expression must hold. */
export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly Expression[];
}

/** Whether a selector chooses what has these labels; an empty selector chooses everything. */
export function matches({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every((expression) => holds(expression, labels))
  );
}

/** Whether a condition on a label holds; an operator that is not known holds for nothing. */
export function holds({ key, operator, values = [] }: Expression, labels: Labels): boolean {
  const value = labels[key];
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  if (operator === 'In') return value !== undefined && values.includes(value);
  if (operator === 'NotIn') return value === undefined || !values.includes(value);
  return false;
}

/** A selector in the words of kubectl: `app=web, tier in (front, back)`. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: Selector): string {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(expressionText),
  ].join(', ');
}

/** A condition in words: `tier in (front, back)`, `tier exists`. */
export function expressionText({ key, operator, values = [] }: Expression): string {
  const words = operator.replace(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
  return values.length > 0 ? `${key} ${words} (${values.join(', ')})` : `${key} ${words}`;
}

/** Things with labels, by namespace and label, so that the few that a selector chooses are found without a look at all. */
export class LabelIndex<T> {
  readonly #all = new Map<string, T[]>();
  readonly #byLabel = new Map<string, T[]>();
  readonly #labelsOf: (item: T) => Labels;

  constructor(labelsOf: (item: T) => Labels) {
    this.#labelsOf = labelsOf;
  }

  add(namespace: string, item: T): void {
    push(this.#all, namespace, item);
    for (const [key, value] of Object.entries(this.#labelsOf(item))) {
      push(this.#byLabel, labelKey(namespace, key, value), item);
    }
  }

  /** What a selector chooses in a namespace, in the order in which it was added. */
  selected(namespace: string, selector: Selector): readonly T[] {
    return this.#candidates(namespace, selector).filter((item) => matches(selector, this.#labelsOf(item)));
  }

  /** The shortest list that holds all that the selector can choose. */
  #candidates(namespace: string, { matchLabels = {} }: Selector): readonly T[] {
    let shortest = this.#all.get(namespace) ?? [];
    for (const [key, value] of Object.entries(matchLabels)) {
      const list = this.#byLabel.get(labelKey(namespace, key, value)) ?? [];
      if (list.length < shortest.length) shortest = list;
    }
    return shortest;
  }
}

function labelKey(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${value}`;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
