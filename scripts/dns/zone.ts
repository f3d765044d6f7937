import type { Resolver } from 'node:dns/promises';

/** A zone of the DNS. */
export interface Zone {
  /** Its name, `example.org`: the domain of the site, or one above it. */
  readonly name: string;

  /** IPv4 addresses of its name servers, at least one. */
  readonly addresses: readonly string[];
}

/** The zone that holds a domain; undefined where no resolver tells. */
export async function zoneOf(domain: string, resolvers: readonly Resolver[]): Promise<Zone | undefined> {
  for (const resolver of resolvers) {
    for (const name of upwards(domain)) {
      const addresses = await serversOf(name, resolver);
      if (addresses.length > 0) return { name, addresses };
    }
  }
  return undefined;
}

/** The domain, and those above it that somebody can own: `home.example.org`, `example.org`. */
function upwards(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

async function serversOf(name: string, resolver: Resolver): Promise<string[]> {
  const servers = await orNone(resolver.resolveNs(name));
  return (await Promise.all(servers.map((server) => orNone(resolver.resolve4(server))))).flat();
}

/** What the DNS answers; nothing where it does not answer, or denies. */
async function orNone(answers: Promise<string[]>): Promise<string[]> {
  try {
    return await answers;
  } catch {
    return [];
  }
}
