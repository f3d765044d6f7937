import { REGIONS_READ, regionBy, regionLike } from '../plan/regions.ts';
import type { Rule } from './rule.ts';

/** The region is one of Oracle's, unless the site says that it is newer than the list. */
export const regionIsKnown: Rule = {
  id: 'region-is-known',
  conflicts: ({ cloud: { region, regionIsNew } }) => {
    if (regionIsNew || regionBy(region)?.name === region) return [];
    const near = regionLike(region);
    const meant = near ? `did you mean ${near}?` : 'write the home region of your tenancy, such as eu-frankfurt-1.';
    return [
      {
        path: ['cloud', 'region'],
        with: [['cloud', 'regionIsNew']],
        rule: `is no region that Oracle had in ${REGIONS_READ}`,
        fix: `${meant} For one that was opened since, write regionIsNew: true beside it`,
      },
    ];
  },
};
