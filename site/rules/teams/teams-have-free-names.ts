import { PathSet } from '../../path-set.ts';
import { reservedAs } from '../../plan/reserved.ts';
import { baseFolder, serviceFolder } from '../../plan/teams/folders.ts';
import { teamServices } from '../../plan/teams/services.ts';
import { HOME_TEAM } from '../../plan/teams/uses.ts';
import type { Site } from '../../site.ts';
import type { Conflict, Rule } from '../rule.ts';

/**
 * Folders, Applications, projects and namespaces of teams have names of their own.
 *
 * They are joined of team, environment and service, so that different parts may come to one name.
 */
export const teamsHaveFreeNames: Rule = {
  id: 'teams-have-free-names',
  conflicts: (site) => {
    const taken = new Map<string, string>();
    const told = new PathSet();
    return named(site).flatMap(({ path, folder, what }): Conflict[] => {
      const other = folder === undefined ? what : (reservedAs(folder) ?? taken.get(folder));
      if (folder !== undefined) taken.set(folder, other ?? `the folder of ${what}`);
      // With another name of the team, those of its services are others too.
      if (other === undefined || told.holds(path)) return [];
      told.add(path);
      return [
        {
          path,
          with: [['environments']],
          found: folder ?? `${path.at(-1)}`,
          rule: `is ${other} too`,
          fix: 'give the team, the environment or the service another name',
        },
      ];
    });
  },
};

/** Words that stand for something else where a team is named. */
const WORDS: Readonly<Record<string, string>> = {
  [HOME_TEAM]: 'the word for machines at home',
  site: 'the word for the alerts in platform.ts',
};

/** Every folder that teams may have, and whose it is. */
function named(site: Site) {
  const environments = Object.keys(site.environments);
  const teams = Object.keys(site.teams ?? {});
  const words = teams.flatMap((team) =>
    Object.hasOwn(WORDS, team) ? [{ path: ['teams', team], folder: undefined, what: WORDS[team] }] : [],
  );
  const bases = teams.flatMap((team) =>
    environments.map((environment) => ({
      ...{ path: ['teams', team], folder: baseFolder(team, environment) },
      what: `${team} in ${environment}`,
    })),
  );
  const services = teamServices(site).flatMap(({ team, service, path }) =>
    environments.map((environment) => ({
      ...{ path, folder: serviceFolder(team, environment, service) },
      what: `${team}/${service} in ${environment}`,
    })),
  );
  return [...words, ...bases, ...services];
}
