import { contains, freeNetwork, overlaps } from '../plan/networks.ts';
import { type Path, pathText } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

interface Named {
  readonly path: Path;
  readonly network: string;
}

/** No two networks of a site overlap: a packet for an address in both would have two routes. */
export const networksDoNotOverlap: Rule = {
  id: 'networks-do-not-overlap',
  conflicts: (site) => {
    const networks = namedNetworks(site);
    const taken = networks.map(({ network }) => network);
    return networks.flatMap((one, index) => {
      const others = networks.slice(0, index).filter((other) => overlaps(one.network, other.network));
      if (others.length === 0) return [];
      const free = isHome(one) ? undefined : freeNetwork(one.network, taken);
      // What is proposed for one is not proposed for the next.
      if (free) taken.push(free);
      return others.map((other) => conflict(one, other, free));
    });
  },
};

function conflict(one: Named, other: Named, free: string | undefined): Conflict {
  return {
    path: one.path,
    with: [other.path],
    found: one.network,
    rule: `overlaps ${pathText(other.path)} ${other.network}`,
    fix: isHome(one)
      ? leaveOut(one, other)
      : `write a network that is free, ${free ? `such as ${free}` : 'a smaller one'}`,
  };
}

/** Of two networks that overlap, one contains the other. */
function leaveOut(one: Named, other: Named): string {
  const inner = contains(other.network, one.network) ? one : other;
  return `leave out ${pathText(inner.path)}, which lies in the other`;
}

function isHome({ path }: Named): boolean {
  return path[0] === 'home' && path[1] === 'networks';
}

/**
 * Every network of a site, those first that are hardest to change: the ones at home exist, others have a default that
 * few people touch.
 */
function namedNetworks({ cloud, home }: Site): Named[] {
  return [
    ...(home?.networks ?? []).map((network, index) => ({ path: ['home', 'networks', index], network })),
    { path: ['cloud', 'pods'], network: cloud.pods },
    { path: ['cloud', 'services'], network: cloud.services },
    { path: ['cloud', 'network'], network: cloud.network },
    ...(home ? [{ path: ['home', 'tunnel', 'network'], network: home.tunnel.network }] : []),
  ];
}
