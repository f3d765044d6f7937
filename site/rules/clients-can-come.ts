import { supports } from '../../kubernetes/ingress-controllers/index.ts';
import { onceAPlace } from '../once-a-place.ts';
import { homeNetworks } from '../plan/home-networks.ts';
import { contains, isCovered, PRIVATE_RANGES } from '../plan/networks.ts';
import { reachables } from '../plan/reach.ts';
import type { Reachable } from '../plan/reachable.ts';
import type { Site } from '../site.ts';
import { allowedAgainstExposure } from './allowed-against-exposure.ts';
import type { Conflict, Rule } from './rule.ts';

/** Some may come and some may not: what is allowed can come that way and is not everybody, nor is what is blocked. */
export const clientsCanCome: Rule = {
  id: 'clients-can-come',
  conflicts: (site) => {
    const all = reachables(site);
    return [...neverSeen(all), ...onceAPlace(all.flatMap((one) => [...allAllowed(one), ...allBlocked(one, site)]))];
  },
};

/** Whoever is at home comes to a public service by the public address of the router. */
function neverSeen(all: readonly Reachable[]): Conflict[] {
  const open = all.filter(({ reach }) => reach.exposure === 'public');
  return allowedAgainstExposure(open, {
    isWrong: (network) => PRIVATE_RANGES.some((range) => contains(range, network)),
    with: [],
    rule: 'is private: over the internet requests come from the public address of the router',
    fix: "write that address as a /32, or exposure: 'home'",
  });
}

/** Networks none of which is everybody, and all of which are. */
function allAllowed({ at, reach: { exposure, allowFrom = [] } }: Reachable): Conflict[] {
  if (exposure !== 'public' || !isCovered('0.0.0.0/0', allowFrom)) return [];
  return [
    {
      path: at('allowFrom'),
      with: [at('exposure')],
      found: allowFrom.join(', '),
      rule: 'let in everybody: together they hold every address',
      fix: 'write fewer or smaller networks, or leave out allowFrom',
    },
  ];
}

function allBlocked({ at, differs, reach }: Reachable, site: Site): Conflict[] {
  if (!supports(site.edge.controller, 'blockedSources')) return [];
  const { exposure, allowFrom, blockFrom = [] } = reach;
  const comers = allowFrom ?? (exposure === 'home' ? homeNetworks(site.home) : ['0.0.0.0/0']);
  if (!comers.every((network) => isCovered(network, blockFrom))) return [];
  const together = [at('blockFrom'), at('allowFrom'), at('exposure'), ['home'], ['edge', 'controller']];
  if (differs('allowFrom') && !differs('blockFrom')) {
    return [
      {
        ...{ path: at('allowFrom'), with: together },
        found: comers.join(', '),
        rule: 'is all kept out by blockFrom of the service',
        fix: 'write blockFrom beside it, or other networks',
      },
    ];
  }
  return [
    {
      path: at('blockFrom'),
      with: together,
      found: blockFrom.join(', '),
      rule: `keeps out everybody: clients come from ${comers.join(', ')} and from nowhere else`,
      fix: 'write fewer or smaller networks, or leave out blockFrom',
    },
  ];
}
