import { meant } from '../../fields/nearest.ts';
import { listed, shown } from '../../fields/shown.ts';
import type { Rule } from '../rule.ts';

/** Whoever may look at a team by kubectl is a user of the site. */
export const peopleUseKubectl: Rule = {
  id: 'people-use-kubectl',
  conflicts: ({ teams = {}, access = {} }) => {
    const users = Object.keys(access);
    return Object.entries(teams).flatMap(([team, { people }]) =>
      (people?.kubectl ?? []).flatMap((name, index) => {
        if (Object.hasOwn(access, name)) return [];
        const others = users.length === 0 ? '' : `${listed(users)}, or `;
        return [
          {
            path: ['teams', team, 'people', 'kubectl', index],
            with: [['access']],
            found: shown(name),
            rule: 'is no user of access in platform.ts',
            fix: meant(name, users) ?? `write ${others}access: { ${name}: { role: 'team' } } there`,
          },
        ];
      }),
    );
  },
};
