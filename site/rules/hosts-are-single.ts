import { hostBreach, hostName } from '../plan/hosts.ts';
import { stated } from '../plan/published.ts';
import { placeText } from '../sources.ts';
import type { Rule } from './rule.ts';

/**
 * No two services answer at one host: which of them would at one path, each controller decides in its own way, and below
 * other paths each would ask for a certificate of its own for the same host.
 */
export const hostsAreSingle: Rule = {
  id: 'hosts-are-single',
  conflicts: (site) => {
    const hosts = stated(site)
      .filter(({ written }) => !hostBreach(site, written))
      .map(({ written, path, below = '/' }) => ({
        path,
        host: hostName(site, written),
        below: below.replace(/(.)\/$/, '$1'),
      }));
    const first = new Map<string, (typeof hosts)[number]>();
    return hosts.flatMap((one) => {
      const earlier = first.get(one.host);
      if (!earlier) {
        first.set(one.host, one);
        return [];
      }
      return [
        {
          path: one.path,
          with: [earlier.path],
          found: one.below === earlier.below ? `${one.host}${one.below}` : one.host,
          rule:
            one.below === earlier.below
              ? `is the host and path of ${placeText(earlier.path)} too`
              : `is the host of ${placeText(earlier.path)} too, and a host has one service, whatever its path`,
          fix: 'write another host',
        },
      ];
    });
  },
};
