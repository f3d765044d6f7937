import { isIPv4 } from 'node:net';
import { parseArgs } from 'node:util';
import type { EdgeAddresses } from '../../site/plan/dns.ts';
import { type FormatName, formats } from './formats.ts';

/** What is asked of `npm run dns`. */
export interface Options {
  readonly addresses: EdgeAddresses;
  readonly format: FormatName | 'table';

  /** Whether the hosts are looked up instead. */
  readonly check: boolean;
}

/** A mistake of the user on the command line. */
export class UsageError extends Error {}

/**
 * Reads the command line.
 *
 * @param known what the infrastructure handed over, used where nothing is stated
 */
export function optionsFrom(words: readonly string[], known: Partial<EdgeAddresses>): Options {
  const { public: stated, home, as = 'table', check, help } = parsed(words);
  if (help) throw new UsageError(HELP);
  if (as !== 'table' && !Object.hasOwn(formats, as)) throw new UsageError(`${as} is not a format\n\n${HELP}`);
  return {
    addresses: addresses(stated ?? known.public, home ?? known.home),
    format: as as Options['format'],
    check: check === true,
  };
}

function addresses(everywhere: string | undefined, home: string | undefined): EdgeAddresses {
  if (everywhere === undefined) throw new UsageError(`the address of the load balancer is not known\n\n${HELP}`);
  for (const given of [everywhere, home]) {
    if (given !== undefined && !isIPv4(given)) throw new UsageError(`${given} is not an IPv4 address\n\n${HELP}`);
  }
  return { public: everywhere, ...(home !== undefined && { home }) };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        public: { type: 'string' },
        home: { type: 'string' },
        as: { type: 'string' },
        check: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

const WORDS = Object.entries(formats).map(([name, { reader }]) => `    ${name.padEnd(10)} ${reader}`);

export const HELP = `npm run dns -- [--public ADDRESS] [--home ADDRESS] [--as FORMAT | --check]

  --public ADDRESS   of the public load balancer: kubectl --namespace edge get service edge-public
  --home ADDRESS     of the one for home:         kubectl --namespace edge get service edge-home
  --as FORMAT        for a program instead of a table:
${WORDS.join('\n')}
  --check            asks the DNS whether every host leads to the public load balancer, as it must before
                     certificates: 'production'`;
