import { onceAPlace } from '../plan/once-a-place.ts';
import { reachables } from '../plan/reach.ts';
import type { Rule } from './rule.ts';

/** Whatever the internet reaches says what stands in front of it, even when that is nothing. */
export const publicServicesStateAGuard: Rule = {
  id: 'public-services-state-a-guard',
  conflicts: (site) =>
    onceAPlace(
      reachables(site)
        .filter(({ reach }) => reach.exposure === 'public' && reach.guard === undefined)
        .map(({ at, guards }) => ({
          path: [...at('exposure').slice(0, -1), 'guard'],
          with: [at('exposure')],
          found: '',
          rule: 'is missing, and the exposure is public',
          fix: `write guard: 'sso', ${guards.includes('basic') ? "'basic', " : ''}or 'none' if it protects itself or is meant for everybody`,
        })),
    ),
};
