import { onceAPlace } from '../once-a-place.ts';
import { reachables } from '../plan/reach.ts';
import { beside } from './beside.ts';
import type { Rule } from './rule.ts';

/** Whatever the internet reaches says what stands in front of it, even when that is nothing. */
export const publicServicesStateAGuard: Rule = {
  id: 'public-services-state-a-guard',
  conflicts: (site) =>
    onceAPlace(
      reachables(site)
        .filter(({ reach }) => reach.exposure === 'public' && reach.guard === undefined)
        .map(({ at, guards }) => ({
          path: beside(at('exposure'), 'guard'),
          with: [at('exposure'), at('guard')],
          found: '',
          rule: 'is missing, and the exposure is public',
          fix: `write guard: 'sso', ${guards.includes('basic') ? "'basic', " : ''}or 'none' if it protects itself or is meant for everybody`,
        })),
    ),
};
