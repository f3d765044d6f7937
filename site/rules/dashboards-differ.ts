import { PLATFORM_DASHBOARDS } from '../plan/dashboards.ts';
import type { Path } from '../problem.ts';
import type { Site } from '../site.ts';
import { placeText } from '../sources.ts';
import type { Rule } from './rule.ts';

/** No two dashboards have one uid: the second would take the place of the first. */
export const dashboardsDiffer: Rule = {
  id: 'dashboards-differ',
  conflicts: (site) => {
    const taken = new Map<string, string>(PLATFORM_DASHBOARDS.map((uid) => [uid, 'a dashboard that every site has']));
    return stated(site).flatMap(({ path, uid }) => {
      const other = taken.get(uid);
      taken.set(uid, other ?? placeText(path));
      if (other === undefined) return [];
      return [
        {
          path,
          found: `uid ${uid}`,
          rule: `belongs to ${other} already`,
          fix: 'give one of them another uid: the one that fewer links lead to',
        },
      ];
    });
  },
};

/** Every dashboard of the site and of its teams: Grafana knows them all by their uids. */
function stated({ monitoring: { dashboards = {} }, teams = {} }: Site): { path: Path; uid: string }[] {
  const groups = [
    { path: ['monitoring', 'dashboards'], dashboards },
    ...Object.entries(teams).map(([name, team]) => ({
      path: ['teams', name, 'dashboards'],
      dashboards: team.dashboards ?? {},
    })),
  ];
  return groups.flatMap(({ path, dashboards: own }) =>
    Object.entries(own).map(([name, { uid }]) => ({ path: [...path, name], uid })),
  );
}
