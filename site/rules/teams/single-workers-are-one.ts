import { onceAPlace } from '../../once-a-place.ts';
import { type PlacedService, placedServices, placeThere } from '../../plan/teams/services.ts';
import type { Conflict, Rule } from '../rule.ts';

/** Of what never runs twice there is one. */
export const singleWorkersAreOne: Rule = {
  id: 'single-workers-are-one',
  conflicts: (site) => onceAPlace(placedServices(site).flatMap(several)),
};

function several(one: PlacedService): Conflict[] {
  const { there, environment, path } = one;
  return Object.entries(there.workers ?? {}).flatMap(([name, { single, replicas = 1 }]): Conflict[] => {
    if (!single || replicas === 1) return [];
    const at = (field: string) => placeThere(one, 'workers', name, field);
    const [alone, many] = [at('single'), at('replicas')];
    // What is misspelt for the environment lets that of the service count.
    const could = ['single', 'replicas'].map((field) => [...path, 'in', environment, 'workers', name, field]);
    // Where only the environment says that there is one, its word is what does not fit.
    if (alone.length > many.length) {
      const rule = `says that there are never two, and there are ${replicas}`;
      return [
        {
          path: alone,
          with: [many, ...could],
          found: 'true',
          rule,
          fix: 'write replicas: 1 beside it, or leave it out',
        },
      ];
    }
    const rule = 'are more than one, and single says that there are never two';
    return [{ path: many, with: [alone, ...could], rule, fix: 'write single: false, or leave out replicas' }];
  });
}
