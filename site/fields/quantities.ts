import { mebibytesText, quantity } from '../../kubernetes/quantities.ts';
import { type FieldCheck, proposal } from './breach.ts';
import { text } from './text.ts';

/** A size on disk or in memory. */
export interface Size {
  readonly mebibytes: number;
}

/** A span of time. */
export interface Span {
  readonly hours: number;
}

const MEBIBYTE = 1024 * 1024;
const HOURS = { h: 1, d: 24, w: 168, y: 8760 } as const;

/** A size such as `5Gi` or `512Mi`, read into mebibytes. */
export function size(...checks: readonly FieldCheck<Size>[]) {
  return sizeLikeThis('5Gi', ...checks);
}

/**
 * The same, where a usual one is much smaller or larger.
 *
 * @param example a usual one
 */
export function sizeLikeThis(example: string, ...checks: readonly FieldCheck<Size>[]) {
  return text(
    'a size',
    example,
    {
      id: 'size',
      breach: (value) =>
        /^[1-9]\d*(Mi|Gi)$/.test(value)
          ? undefined
          : { rule: 'is not a size', ...proposal(sizeLike(value), `a whole number and Mi or Gi, such as ${example}`) },
    },
    ...checks.map(({ id, breach }) => ({ id, breach: (value: string) => breach(sizeOf(value)) })),
  ).transform(sizeOf);
}

/** A span of time such as `90d`, read into hours. */
export function span(...checks: readonly FieldCheck<Span>[]) {
  return text(
    'a time',
    '90d',
    {
      id: 'span',
      breach: (value) =>
        /^[1-9]\d*[hdwy]$/.test(value)
          ? undefined
          : {
              rule: 'is not a time',
              ...proposal(spanLike(value), 'a whole number and h, d, w or y, such as 90d'),
            },
    },
    ...checks.map(({ id, breach }) => ({ id, breach: (value: string) => breach(spanOf(value)) })),
  ).transform(spanOf);
}

function sizeOf(value: string): Size {
  return { mebibytes: (quantity(value) as number) / MEBIBYTE };
}

function spanOf(value: string): Span {
  return { hours: Number.parseInt(value, 10) * HOURS[value.slice(-1) as keyof typeof HOURS] };
}

/** The size that `5 GB`, `1.5Gi` or `1T` most likely stands for. */
function sizeLike(value: string): string | undefined {
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*([mgt])(?:i?b|i)?\s*$/i.exec(value) ?? [];
  const mebibytes = Math.ceil(
    Number(number) * { m: 1, g: 1024, t: 1024 * 1024 }[unit?.toLowerCase() as 'm' | 'g' | 't'],
  );
  return mebibytes > 0 ? sizeText({ mebibytes }) : undefined;
}

/** The span that `90 days` or `3 months` most likely stands for. */
function spanLike(value: string): string | undefined {
  const [, number, unit] = /^\s*([1-9]\d*)\s*(mo|[hdwy])[a-z]*\s*$/i.exec(value) ?? [];
  if (!number || !unit) return undefined;
  return unit.toLowerCase() === 'mo' ? `${Number(number) * 30}d` : `${number}${unit.toLowerCase()}`;
}

/** A size in the form that Kubernetes keeps: `5Gi`, not `5120Mi`. */
export function sizeText({ mebibytes }: Size): string {
  return mebibytesText(mebibytes);
}

/** A span in days where they divide it, else in hours: `90d`, `36h`. */
export function spanText({ hours }: Span): string {
  return hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`;
}
