import { meant } from '../fields/nearest.ts';
import { listed, shown } from '../fields/shown.ts';
import { namespacesOf, SYSTEM_NAMESPACE } from '../plan/namespaces.ts';
import type { Rule } from './rule.ts';
import { namespacesOfTeams } from './teams-say-who-enters.ts';

/** Whoever reads in some namespaces only reads in those that there are. */
export const viewersSeeWhatThereIs: Rule = {
  id: 'viewers-see-what-there-is',
  conflicts: (site) => {
    const names = [...namespacesOf(site).map(({ name }) => name), SYSTEM_NAMESPACE];
    const ofTeams = namespacesOfTeams(site);
    const access = Object.entries(site.access ?? {});
    // Who changes what where decides which namespaces there are.
    const roles = access.flatMap(([user]) => ['role', 'namespaces'].map((field) => ['access', user, field]));
    return access
      .filter(([, { role }]) => role === 'view')
      .flatMap(([user, { namespaces = [] }]) =>
        namespaces.flatMap((namespace, index) => {
          if (names.includes(namespace) || ofTeams.has(namespace)) return [];
          return [
            {
              path: ['access', user, 'namespaces', index],
              with: [...roles, ['secrets', 'backend']],
              found: shown(namespace),
              rule: 'is no namespace of this site',
              fix: meant(namespace, names) ?? `write ${listed(names.map((name) => `'${name}'`))}`,
            },
          ];
        }),
      );
  },
};
