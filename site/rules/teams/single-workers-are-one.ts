import { onceAPlace } from '../../plan/once-a-place.ts';
import { placedServices } from '../../plan/teams/services.ts';
import type { Rule } from '../rule.ts';

/** Of what never runs twice there is one. */
export const singleWorkersAreOne: Rule = {
  id: 'single-workers-are-one',
  conflicts: (site) =>
    onceAPlace(
      placedServices(site).flatMap(({ there, stated, environment, path }) =>
        Object.entries(there.workers ?? {}).flatMap(([name, { single, replicas = 1 }]) => {
          if (!single || replicas === 1) return [];
          const isOwn = stated.in?.[environment]?.workers?.[name]?.replicas !== undefined;
          return [
            {
              path: [...path, ...(isOwn ? ['in', environment] : []), 'workers', name, 'replicas'],
              with: [[...path, 'workers', name, 'single']],
              rule: 'are more than one, and single says that there are never two',
              fix: 'write single: false, or leave out replicas',
            },
          ];
        }),
      ),
    ),
};
