import { hostBreach, hostName } from '../plan/hosts.ts';
import { stated } from '../plan/published.ts';
import { placeText } from '../sources.ts';
import type { Rule } from './rule.ts';

/** No two services answer at one host and path: which of them would, each controller decides in its own way. */
export const hostsAreSingle: Rule = {
  id: 'hosts-are-single',
  conflicts: (site) => {
    const hosts = stated(site)
      .filter(({ written }) => !hostBreach(site, written))
      .map(({ written, path }) => ({ path, host: hostName(site, written) }));
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
          found: `${one.host}/`,
          rule: `is the host and path of ${placeText(earlier.path)} too`,
          fix: 'write another host',
        },
      ];
    });
  },
};
