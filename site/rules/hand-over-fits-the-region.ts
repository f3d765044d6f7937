import type { SiteOutputs } from '../outputs.ts';
import { regionBy } from '../plan/regions.ts';
import type { Site } from '../site.ts';
import type { RuleBetween } from './rule.ts';

/** What was built lies in the region of the site: after a move the hand-over file is that of the old cluster. */
export const handOverFitsTheRegion: RuleBetween<{ readonly site: Site; readonly outputs?: SiteOutputs }> = {
  id: 'hand-over-fits-the-region',
  conflicts: ({ site: { cloud }, outputs }) => {
    if (!outputs) return [];
    const { cluster } = outputs;
    const place = cluster.id.toLowerCase().split('.')[3] ?? '';
    const there = regionBy(place)?.name ?? place;
    if (place === '' || there === cloud.region) return [];
    return [
      {
        in: 'outputs',
        path: ['cluster', 'id'],
        with: [{ in: 'site', path: ['cloud', 'region'] }],
        rule: `lies in ${there}, and the site in ${cloud.region}`,
        fix: `run npm run hand-over again, or write ${there} as cloud.region`,
      },
    ];
  },
};
