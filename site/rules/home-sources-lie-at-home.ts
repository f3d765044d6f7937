import { homeNetworks } from '../plan/home-networks.ts';
import { contains } from '../plan/networks.ts';
import { reachables } from '../plan/reach.ts';
import { allowedAgainstExposure } from './allowed-against-exposure.ts';
import type { Rule } from './rule.ts';

/** What only home reaches admits no network that is not at home. */
export const homeSourcesLieAtHome: Rule = {
  id: 'home-sources-lie-at-home',
  conflicts: (site) => {
    const home = homeNetworks(site.home);
    const atHome = reachables(site).filter(({ reach }) => reach.exposure === 'home');
    return allowedAgainstExposure(atHome, {
      isWrong: (network) => !home.some((one) => contains(one, network)),
      with: [
        ['home', 'networks'],
        ['home', 'tunnel', 'network'],
      ],
      rule: `lies in none of ${home.join(', ')}, and the exposure is home`,
      fix: "write a network inside one of them, or exposure: 'public' with a guard",
    });
  },
};
