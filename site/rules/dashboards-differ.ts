import { PLATFORM_DASHBOARDS } from '../plan/dashboards.ts';
import { type Path, pathText } from '../problem.ts';
import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** No two dashboards have one uid, whoever states them: the second would take the place of the first. */
export const dashboardsDiffer: Rule = {
  id: 'dashboards-differ',
  conflicts: (site) => {
    const taken = new Map<string, string>(PLATFORM_DASHBOARDS.map((uid) => [uid, 'a dashboard that every site has']));
    return stated(site).flatMap(({ path, uid }) => {
      const other = taken.get(uid);
      taken.set(uid, other ?? pathText(path));
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

/** Every dashboard of the site and of its teams, and where it is stated. */
function stated({ monitoring, teams = {} }: Site): { readonly path: Path; readonly uid: string }[] {
  const owners = [
    { path: ['monitoring', 'dashboards'], dashboards: monitoring.dashboards },
    ...Object.entries(teams).map(([team, { dashboards }]) => ({ path: ['teams', team, 'dashboards'], dashboards })),
  ];
  return owners.flatMap(({ path, dashboards = {} }) =>
    Object.entries(dashboards).map(([name, { uid }]) => ({ path: [...path, name], uid })),
  );
}
