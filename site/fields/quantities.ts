import type { z } from 'zod';
import { text } from './text.ts';

/** A size on disk or in memory. */
export interface Size {
  readonly mebibytes: number;
}

/** A span of time. */
export interface Span {
  readonly hours: number;
}

const MEBIBYTES = { Mi: 1, Gi: 1024 } as const;
const HOURS = { h: 1, d: 24, w: 168, y: 8760 } as const;

/** A size such as `5Gi` or `512Mi`, read into mebibytes. */
export const size = text('a size such as 5Gi', (value) =>
  /^[1-9]\d*(Mi|Gi)$/.test(value)
    ? undefined
    : { rule: 'is not a size', fix: 'write a whole number and Mi or Gi, such as 5Gi' },
).transform((value): Size => ({ mebibytes: Number.parseInt(value, 10) * MEBIBYTES[value.slice(-2) as 'Mi' | 'Gi'] }));

/** A span of time such as `90d`, read into hours. */
export const span = text('a time such as 90d', (value) =>
  /^[1-9]\d*[hdwy]$/.test(value)
    ? undefined
    : { rule: 'is not a time', fix: 'write a whole number and h, d, w or y, such as 90d' },
).transform((value): Span => ({ hours: Number.parseInt(value, 10) * HOURS[value.slice(-1) as keyof typeof HOURS] }));

/** A size in the form that Kubernetes keeps: `5Gi`, not `5120Mi`. */
export function sizeText({ mebibytes }: Size): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
}

/** A span in the largest unit that divides it: `90d`, `36h`. */
export function spanText({ hours }: Span): string {
  return hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`;
}

/** A record whose keys are names; an empty one is refused. */
export function atLeastOne<T extends z.ZodType>(record: T, wanted: string) {
  return record.refine((value) => Object.keys(value as object).length > 0, { error: () => `write ${wanted}` });
}
