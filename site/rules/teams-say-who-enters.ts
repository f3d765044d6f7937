import { shown } from '../fields/shown.ts';
import type { Rule } from './rule.ts';

/** Whoever has only what teams give is named by the teams, and names no namespaces. */
export const teamsSayWhoEnters: Rule = {
  id: 'teams-say-who-enters',
  conflicts: ({ access = {} }) =>
    Object.entries(access).flatMap(([name, { role, namespaces }]) =>
      role === 'team' && namespaces
        ? [
            {
              path: ['access', name, 'namespaces'],
              with: [['access', name, 'role']],
              found: shown(namespaces),
              rule: "says nothing beside role: 'team', whose holder enters the namespaces of the teams that name it",
              fix: `leave it out, and name ${name} in people.kubectl of a team; for other namespaces write role: 'view'`,
            },
          ]
        : [],
    ),
};
