import { wordsOf } from '../../launch/command-line.mjs';
import { COMMAND } from './command.mjs';

/** What is requested on the command line. */
export interface Options {
  /** Numbers of services that are compared; the site in `platform.ts` comes before them unless some were named. */
  readonly sizes: readonly number[];
  readonly withSite: boolean;

  /** How often each side runs; at 10,000 services at most three times. */
  readonly runs: number;

  /** Writes the results to `docs/benchmarks.md` and the ratios beside it. */
  readonly write: boolean;

  /** Warns of every ratio that has become worse than the one that is kept. */
  readonly check: boolean;
}

const SIZES = [1, 10, 100, 1000, 10_000];

export function optionsOf(args: readonly string[]): Options {
  const { values } = wordsOf(COMMAND, args);
  const { services, write, check } = values;
  if (write && services.length > 0) throw new Error('--write is for the whole benchmark: leave --services away');
  return {
    sizes: services.length === 0 ? SIZES : services.map((text) => count('--services', text)),
    withSite: services.length === 0,
    runs: count('--runs', values.runs),
    write,
    check,
  };
}

function count(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${option} ${text}: write a whole number from 1 on`);
  return Number(text);
}
