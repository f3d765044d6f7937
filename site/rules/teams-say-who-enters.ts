import { shown } from '../fields/shown.ts';
import { baseFolder } from '../plan/teams/folders.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

type User = NonNullable<Site['access']>[string];

/**
 * Who enters the namespaces of a team is named by the team.
 *
 * With `edit` somebody would read its Secrets and run what no file of the team has, beyond its quota and its alerts.
 */
export const teamsSayWhoEnters: Rule = {
  id: 'teams-say-who-enters',
  conflicts: (site) => {
    const owners = namespacesOfTeams(site);
    return Object.entries(site.access ?? {}).flatMap(([name, user]) =>
      user.role === 'team' ? withoutNamespaces(name, user) : inNamespacesOfTeams(name, user, owners),
    );
  },
};

/** Every namespace that a team has or may have, with the name of the team. */
export function namespacesOfTeams({ teams = {}, environments }: Pick<Site, 'teams' | 'environments'>) {
  const pairs = Object.keys(teams).flatMap((team) =>
    Object.keys(environments).map((environment) => [baseFolder(team, environment), team] as const),
  );
  return new Map(pairs);
}

function withoutNamespaces(name: string, { namespaces }: User): Conflict[] {
  if (!namespaces) return [];
  return [
    {
      path: ['access', name, 'namespaces'],
      with: [['access', name, 'role']],
      found: shown(namespaces),
      rule: "says nothing beside role: 'team', whose holder enters the namespaces of the teams that name it",
      fix: `leave it out, and name ${name} in people.kubectl of a team; for other namespaces write role: 'view'`,
    },
  ];
}

function inNamespacesOfTeams(name: string, { namespaces = [] }: User, owners: ReadonlyMap<string, string>): Conflict[] {
  return namespaces.flatMap((namespace, index) => {
    const team = owners.get(namespace);
    if (team === undefined) return [];
    return [
      {
        path: ['access', name, 'namespaces', index],
        with: [['access', name, 'role'], ['teams', team], ['environments']],
        found: shown(namespace),
        rule: `is a namespace of the team ${team}, which says itself who enters it`,
        fix: `leave it out, and write people: { kubectl: ['${name}'] } in teams/${team}.ts`,
      },
    ];
  });
}
