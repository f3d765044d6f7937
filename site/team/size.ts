import { z } from 'zod';
import { check, proposal } from '../fields/breach.ts';
import { misfit } from '../fields/checked.ts';
import { meant } from '../fields/nearest.ts';
import { sizeLikeThis } from '../fields/quantities.ts';
import { text } from '../fields/text.ts';

/** What a process has of a node: a word, or numbers. */
export type SizeInput = keyof typeof SIZES | OwnSizeInput;

/** What a process has of a node, in numbers. */
export interface OwnSizeInput {
  /** Thousandths of a core that are kept for it: `250m`. It may use four times as much while nobody else needs it. */
  readonly cpu: string;

  /** Memory that it has, and no more: `768Mi`. */
  readonly memory: string;
}

/** The sizes that have a word: most small services, most services, large ones. */
const SIZES = {
  s: { cpu: '50m', memory: '128Mi' },
  m: { cpu: '100m', memory: '256Mi' },
  l: { cpu: '250m', memory: '512Mi' },
} as const satisfies Readonly<Record<string, OwnSizeInput>>;

/** With less a process is throttled whatever it does. */
const LEAST_CPU = 10;

/** Cores of the largest machine with ARM processors that the cloud rents (VM.Standard.A1.Flex: 80 OCPUs). */
const MOST_CPU = 80_000;

const cpu = text(
  'a part of a core',
  '250m',
  {
    id: 'millicores',
    breach: (value) =>
      /^[1-9]\d{0,8}m$/.test(value)
        ? undefined
        : { rule: 'is not a part of a core', ...proposal(inCores(value), 'thousandths of a core, such as 250m') },
  },
  check('in-range', (value) => millicores(value) >= LEAST_CPU && millicores(value) <= MOST_CPU, {
    rule: `is not between ${LEAST_CPU}m and ${MOST_CPU}m`,
    fix: `write a number from ${LEAST_CPU}m to ${MOST_CPU}m`,
  }),
).transform(millicores);

/** Kubernetes takes cores too: `0.25` is `250m`. */
function inCores(value: string): string | undefined {
  return /^(\d{1,2}|\d{0,2}\.\d{1,3})$/.test(value) ? `${Math.round(Number(value) * 1000)}m` : undefined;
}

function millicores(value: string): number {
  return Number.parseInt(value, 10);
}

/** Below this nothing of use starts (the kernel ends a container whose runtime alone needs more). */
const memory = sizeLikeThis(
  '256Mi',
  check('lets-it-start', ({ mebibytes }) => mebibytes >= 16, {
    rule: 'is less than a program needs to start',
    fix: 'write at least 16Mi',
  }),
);

const NUMBERS = "{ cpu: '250m', memory: '768Mi' }";

const numbers = z.strictObject(
  { cpu, memory },
  {
    error: misfit({
      what: 'a size: s, m, l or numbers',
      fix: (found) => {
        const word = typeof found === 'string' ? meant(found.toLowerCase(), Object.keys(SIZES)) : undefined;
        return word ?? `write 's', 'm', 'l' or ${NUMBERS}`;
      },
      standIn: SIZES.s,
    }),
  },
);

/** A size, read into numbers. */
export const sizeSchema = z.preprocess(
  (value) => (typeof value === 'string' && Object.hasOwn(SIZES, value) ? SIZES[value as keyof typeof SIZES] : value),
  numbers,
) as unknown as z.ZodType<z.output<typeof numbers>, SizeInput>;
