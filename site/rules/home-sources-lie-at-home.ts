import { homeNetworks } from '../plan/home-networks.ts';
import { contains } from '../plan/networks.ts';
import { reachables } from '../plan/reach.ts';
import type { Rule } from './rule.ts';

/** What only home reaches admits no network that is not at home. */
export const homeSourcesLieAtHome: Rule = {
  id: 'home-sources-lie-at-home',
  conflicts: (site) => {
    const home = homeNetworks(site.home);
    return reachables(site)
      .filter(({ reach }) => reach.exposure === 'home')
      .flatMap(({ path, reach: { allowFrom = [] } }) =>
        allowFrom.flatMap((network, index) =>
          home.some((one) => contains(one, network))
            ? []
            : {
                path: [...path, 'allowFrom', index],
                with: [
                  [...path, 'exposure'],
                  ['home', 'networks'],
                  ['home', 'tunnel', 'network'],
                ],
                rule: `lies in none of ${home.join(', ')}, and the exposure is home`,
                fix: "write a network inside one of them, or exposure: 'public' with a guard",
              },
        ),
      );
  },
};
