import { Resolver } from 'node:dns';
import { isIPv4 } from 'node:net';
import { UsageError, wordsOf } from '../../launch/command-line.mjs';
import type { EdgeAddresses } from '../../site/plan/index.ts';
import { COMMAND } from './command.mjs';
import { type FormatName, formats } from './formats.ts';

/** What is asked of `npm run dns`. */
export interface Options {
  /** Addresses that are stated; what the infrastructure handed over stands in for the others. */
  readonly stated: Partial<EdgeAddresses>;
  readonly format: FormatName | 'table';

  /** Whether the hosts are looked up instead. */
  readonly check: boolean;

  /**
   * Address of the DNS server that is queried, with its port if that is not 53.
   *
   * @default - the name servers of the domain
   */
  readonly server?: string;
}

/** Reads the command line. */
export function optionsFrom(words: readonly string[]): Options {
  const { public: everywhere, home, as, check, server } = wordsOf(COMMAND, words).values;
  if (as !== 'table' && !Object.hasOwn(formats, as)) throw new UsageError(COMMAND.usage, `${as} is not a format`);
  for (const given of [everywhere, home]) {
    if (given !== undefined && !isIPv4(given)) throw new UsageError(COMMAND.usage, `${given} is not an IPv4 address`);
  }
  if (server !== undefined) checkServer(server, check);
  const stated = known({ public: everywhere, home });
  return { stated, format: as as Options['format'], check, ...(server !== undefined && { server }) };
}

function checkServer(server: string, check: boolean): void {
  if (!check) throw new UsageError(COMMAND.usage, '--server is for --check');
  try {
    new Resolver().setServers([server]);
  } catch {
    const example = 'write it like 192.0.2.53 or 192.0.2.53:5353';
    throw new UsageError(COMMAND.usage, `${server} is not the address of a DNS server; ${example}`);
  }
}

/** The address that records lead to, or a refusal that says how to state it. */
export function needed(address: string | undefined, option: '--public' | '--home'): string {
  const which = option === '--public' ? 'public load balancer' : 'load balancer for home';
  if (address !== undefined) return address;
  throw new UsageError(COMMAND.usage, `the address of the ${which} is not known; write ${option} ADDRESS`);
}

/** The addresses without those that are not known. */
function known({ public: everywhere, home }: { readonly public?: string; readonly home?: string }) {
  return { ...(everywhere !== undefined && { public: everywhere }), ...(home !== undefined && { home }) };
}
