import { isIPv4 } from 'node:net';
import type { EdgeAddresses } from '../../site/plan/dns.ts';
import { UsageError, wordsOf } from '../command-line.mjs';
import { type FormatName, formats } from './formats.ts';

/** What is asked of `npm run dns`. */
export interface Options {
  /** Addresses that are stated; what the infrastructure handed over stands in for the others. */
  readonly stated: Partial<EdgeAddresses>;
  readonly format: FormatName | 'table';

  /** Whether the hosts are looked up instead. */
  readonly check: boolean;
}

/** Reads the command line. */
export function optionsFrom(words: readonly string[]): Options {
  const { public: everywhere, home, as, check } = wordsOf(COMMAND, words).values;
  if (as !== 'table' && !Object.hasOwn(formats, as)) throw new UsageError(USAGE, `${as} is not a format`);
  for (const given of [everywhere, home]) {
    if (given !== undefined && !isIPv4(given)) throw new UsageError(USAGE, `${given} is not an IPv4 address`);
  }
  return { stated: known({ public: everywhere, home }), format: as as Options['format'], check };
}

/**
 * The addresses that records lead to.
 *
 * @param built what the infrastructure handed over
 */
export function addressesFrom({ stated }: Options, built: Partial<EdgeAddresses>): EdgeAddresses {
  const { public: everywhere, ...others } = { ...built, ...stated };
  if (everywhere === undefined) throw new UsageError(USAGE, 'the address of the load balancer is not known');
  return { public: everywhere, ...others };
}

/** The addresses without those that are not known. */
function known({ public: everywhere, home }: { readonly public?: string; readonly home?: string }) {
  return { ...(everywhere !== undefined && { public: everywhere }), ...(home !== undefined && { home }) };
}

const WORDS = Object.entries(formats).map(([name, { reader }]) => `    ${name.padEnd(10)} ${reader}`);

const USAGE = `usage: npm run dns [-- [--public ADDRESS] [--home ADDRESS] [--as FORMAT | --check]]

  --public ADDRESS   of the public load balancer: kubectl --namespace edge get service edge-public
                     site.outputs.json has it after the hand-over; before that it must be stated
  --home ADDRESS     of the one for home:         kubectl --namespace edge get service edge-home
  --as FORMAT        for a program instead of a table:
${WORDS.join('\n')}
  --check            asks the DNS whether every host leads to the public load balancer, as it must before
                     certificates: 'production'`;

const COMMAND = {
  usage: USAGE,
  options: {
    public: { type: 'string' },
    home: { type: 'string' },
    as: { type: 'string', default: 'table' },
    check: { type: 'boolean', default: false },
  },
} as const;
