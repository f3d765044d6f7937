import { argoCdReach } from '../plan/argo-cd-reach.ts';
import type { Rule } from './rule.ts';

/** What a site says of the route to Argo CD has an effect: home is there, and there is a route that a guard stands in. */
export const argoCdIsReachedAsStated: Rule = {
  id: 'argo-cd-is-reached-as-stated',
  conflicts: (site) => {
    const { home, gitops } = site;
    if (home) return [];
    if (gitops.exposure === 'home') {
      return [
        {
          path: ['gitops', 'exposure'],
          with: [['home']],
          rule: 'is for a home, and the site has none',
          fix: "write home: { networks, tunnel }, exposure: 'public' with a guard, or leave it out and use a port-forward",
        },
      ];
    }
    const idle = (['guard', 'allow'] as const).find((field) => gitops[field] !== undefined);
    if (!idle || argoCdReach(site)) return [];
    return [
      {
        path: ['gitops', idle],
        with: [['home'], ['gitops', 'exposure']],
        found: '',
        rule: 'does nothing: without a home and without an exposure nobody reaches Argo CD from outside',
        fix: `write exposure: 'public', or leave out ${idle}`,
      },
    ];
  },
};
