import { onceAPlace } from '../once-a-place.ts';
import { reachables } from '../plan/reach.ts';
import type { Rule } from './rule.ts';

/** Whoever says that only some may pass says who. */
export const allowNamesSomebody: Rule = {
  id: 'allow-names-somebody',
  conflicts: (site) =>
    onceAPlace(
      reachables(site)
        .filter(({ reach: { allow } }) => allow && !allow.teams && !allow.mails)
        .map(({ at }) => ({
          path: at('allow'),
          with: ['teams', 'mails'].map((list) => [...at('allow'), list]),
          found: '',
          rule: 'names nobody, so everybody who may sign on would pass',
          fix: 'write teams or mails, or leave out allow',
        })),
    ),
};
