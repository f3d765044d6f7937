import { PLATFORM_ALERTS, SERVICE_ALERTS } from '../plan/alerts.ts';
import { teamServices } from '../plan/teams/services.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import { placeText } from '../sources.ts';
import type { Conflict, Rule } from './rule.ts';

/**
 * No two alerts that one owner hears of have one name, in small letters or in capitals: the name decides what silences it.
 *
 * Nor has any the name of one that nobody states.
 */
export const alertsDiffer: Rule = {
  id: 'alerts-differ',
  conflicts: (site) => groupsIn(site).flatMap(twins),
};

interface Group {
  readonly path: Path;
  readonly names: readonly string[];
}

/** What the site states, and what each team states with its services; those of different teams do not meet. */
function groupsIn({ monitoring: { alerts = {} }, teams = {} }: Site): Group[][] {
  const site = [{ path: ['monitoring', 'alerts'], names: Object.keys(alerts) }];
  const ofTeams = Object.entries(teams).map(([name, team]) => {
    const services = teamServices({ teams: { [name]: team } }).map(({ stated, path }) => ({
      path: [...path, 'alerts'],
      names: Object.keys(stated.alerts ?? {}),
    }));
    return [{ path: ['teams', name, 'alerts'], names: Object.keys(team.alerts ?? {}) }, ...services];
  });
  return [site, ...ofTeams];
}

function twins(groups: readonly Group[]): Conflict[] {
  const taken = new Map<string, string>([
    ...PLATFORM_ALERTS.map((name) => [name.toLowerCase(), `${name}, which every site may have`] as const),
    ...SERVICE_ALERTS.map((name) => [name.toLowerCase(), `${name}, which every service may have`] as const),
  ]);
  return groups.flatMap(({ path, names }) =>
    names.flatMap((name) => {
      const other = taken.get(name.toLowerCase());
      taken.set(name.toLowerCase(), other ?? placeText([...path, name]));
      if (other === undefined) return [];
      const fix = `give yours another name, such as Own${name}`;
      return [{ path: [...path, name], found: name, rule: `is taken by ${other}`, fix }];
    }),
  );
}
