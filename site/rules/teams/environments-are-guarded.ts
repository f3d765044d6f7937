import { isBehindSignOn } from '../../plan/teams/reach.ts';
import { type PlacedService, placedServices } from '../../plan/teams/services.ts';
import type { Rule } from '../rule.ts';

/** Outside the first environment nothing is open to everybody because nobody thought of it. */
export const environmentsAreGuarded: Rule = {
  id: 'environments-are-guarded',
  conflicts: (site) => {
    if (site.signOn) return [];
    return placedServices(site)
      .filter(isBehindSignOn)
      .map((one) => ({
        path: [...one.path, 'in', one.environment, 'guard'],
        with: [['signOn'], [...one.path, 'guard'], [...one.path, 'host']],
        found: '',
        rule: `is missing: outside ${Object.keys(site.environments)[0]} the sign-on stands in front, and the site has none`,
        fix: fix(one),
      }));
  },
};

function fix({ service, environment }: PlacedService): string {
  const basic = `guard: 'basic', passwords: '${service}-passwords'`;
  return `write in: { ${environment}: { ${basic} } }, guard: 'none' if everybody may see it, or signOn in platform.ts`;
}
