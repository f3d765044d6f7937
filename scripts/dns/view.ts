import { Resolver } from 'node:dns/promises';
import { zoneOf } from './zone.ts';

/** Looks up a name's IPv4 addresses. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** No server has answered. */
export class NoAnswer extends Error {}

/** Which DNS servers are queried. */
export interface Places {
  /** Resolvers that answer as everybody outside is answered, each with its port if that is not 53. */
  readonly open: readonly string[];

  /**
   * Resolvers of this machine, for networks in which the others cannot be reached.
   *
   * @default - those of its settings
   */
  readonly own?: readonly string[];

  /** Port of the name servers of zones. */
  readonly port: number;
}

/** The resolvers of Quad9 and of Cloudflare, which everybody may query. */
const INTERNET: Places = { open: ['9.9.9.9', '1.1.1.1'], port: 53 };

/** The DNS as somebody sees it. */
export interface View {
  readonly resolve: Resolve;

  /** Who has answered so far, in words for people. */
  readonly answered: ReadonlySet<string>;
}

/** A server that can be queried. */
interface Witness {
  readonly who: string;
  readonly resolver: Resolver;
}

/** A resolver that queries these servers. */
function resolverOf(servers?: readonly string[]): Resolver {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers) resolver.setServers([...servers]);
  return resolver;
}

/**
 * What the internet is told about the hosts of a domain. The name servers of its zone know it first: resolvers remember
 * for a while that a name was not there, and the one at home is meant to answer otherwise.
 */
export async function publicView(domain: string, places: Places = INTERNET): Promise<View> {
  const open: Witness = { who: `the public resolvers ${places.open.join(' and ')}`, resolver: resolverOf(places.open) };
  const zone = await zoneOf(domain, [open.resolver, resolverOf(places.own)]);
  if (!zone) return viewOf([open]);
  const servers = zone.addresses.map((address) => `${address}:${places.port}`);
  return viewOf([{ who: `the name servers of ${zone.name}`, resolver: resolverOf(servers) }, open]);
}

/** What one server tells, whoever it is. */
export function viewFrom(server: string): View {
  return viewOf([{ who: server, resolver: resolverOf([server]) }]);
}

function viewOf(witnesses: readonly Witness[]): View {
  const answered = new Set<string>();
  return { answered, resolve: (name) => firstAnswer(name, witnesses, answered) };
}

/**
 * Queries one after the other until somebody knows. A name without an address may be an alias into another zone, or lie in
 * one of its own, so that only a resolver finds it: then the next one is queried too.
 */
async function firstAnswer(name: string, witnesses: readonly Witness[], answered: Set<string>) {
  let last: Error | undefined;
  for (const { who, resolver } of witnesses) {
    const answer = await resolver.resolve4(name).then(orNothing, asDenial);
    if (answer === undefined) continue;
    answered.add(who);
    if (!(answer instanceof Error)) return answer;
    last = answer;
    if (answer.code === 'ENOTFOUND') break;
  }
  throw last ?? new NoAnswer(`${witnesses.map(({ who }) => who).join(' and ')} cannot be reached from here`);
}

/** The addresses; an alias alone leads nowhere yet. */
function orNothing(addresses: string[]): string[] | NodeJS.ErrnoException {
  return addresses.length > 0 ? addresses : Object.assign(new Error('no address'), { code: 'ENODATA' });
}

/** What says that there is no such name, or no address of it; undefined where nobody has answered that. */
function asDenial(error: NodeJS.ErrnoException): NodeJS.ErrnoException | undefined {
  return error.code === 'ENOTFOUND' || error.code === 'ENODATA' ? error : undefined;
}
