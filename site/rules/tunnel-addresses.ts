import { isHostOf } from '../plan/networks.ts';
import { tunnelAddresses } from '../plan/tunnel.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** Both ends of the tunnel have addresses of their own inside its network. */
export function tunnelAddressesLieInItsNetwork({ home }: Partial<Site>): Problem[] {
  if (!home) return [];
  const { network } = home.tunnel;
  const ends = tunnelAddresses(home.tunnel);
  const outside = (['gateway', 'home'] as const)
    .filter((end) => !isHostOf(network, ends[end]))
    .map((end) =>
      problem(end, ends[end], `is not the address of a host in ${network}`, `write an address inside ${network}`),
    );
  const same = ends.gateway === ends.home;
  return same
    ? [
        ...outside,
        problem('home', ends.home, 'is the address of the gateway too', `write another address inside ${network}`),
      ]
    : outside;
}

function problem(end: string, found: string, rule: string, fix: string): Problem {
  return { path: ['home', 'tunnel', end], found, rule, fix };
}
