import { supports } from '../../kubernetes/ingress-controllers/index.ts';
import { homeNetworks } from '../plan/home-networks.ts';
import { contains, isCovered, PRIVATE_RANGES } from '../plan/networks.ts';
import { onceAPlace } from '../plan/once-a-place.ts';
import { reachables } from '../plan/reach.ts';
import type { Reachable } from '../plan/reachable.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** Some may come and some may not: what is allowed can come that way and is not everybody, nor is what is blocked. */
export const clientsCanCome: Rule = {
  id: 'clients-can-come',
  conflicts: (site) =>
    onceAPlace(reachables(site).flatMap((one) => [...neverSeen(one), ...allAllowed(one), ...allBlocked(one, site)])),
};

/** Whoever is at home comes to a public service by the public address of the router. */
function neverSeen({ at, reach: { exposure, allowFrom = [] } }: Reachable): Conflict[] {
  if (exposure !== 'public') return [];
  return allowFrom.flatMap((network, index) =>
    PRIVATE_RANGES.some((range) => contains(range, network))
      ? {
          path: [...at('allowFrom'), index],
          with: [at('exposure')],
          rule: 'is private: over the internet requests come from the public address of the router',
          fix: "write that address as a /32, or exposure: 'home'",
        }
      : [],
  );
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

function allBlocked({ at, reach }: Reachable, site: Site): Conflict[] {
  if (!supports(site.edge.controller, 'blockedSources')) return [];
  const { exposure, allowFrom, blockFrom = [] } = reach;
  const comers = allowFrom ?? (exposure === 'home' ? homeNetworks(site.home) : ['0.0.0.0/0']);
  if (!comers.every((network) => isCovered(network, blockFrom))) return [];
  return [
    {
      path: at('blockFrom'),
      with: [at('allowFrom'), at('exposure'), ['home'], ['edge', 'controller']],
      found: blockFrom.join(', '),
      rule: `keeps out everybody: clients come from ${comers.join(', ')} and from nowhere else`,
      fix: 'write fewer or smaller networks, or leave out blockFrom',
    },
  ];
}
