import { PLATFORM_DASHBOARDS } from '../plan/dashboards.ts';
import type { Rule } from './rule.ts';

/** No two dashboards have one uid: the second would take the place of the first. */
export const dashboardsDiffer: Rule = {
  id: 'dashboards-differ',
  conflicts: ({ monitoring: { dashboards = {} } }) => {
    const taken = new Map<string, string>(PLATFORM_DASHBOARDS.map((uid) => [uid, 'a dashboard that every site has']));
    return Object.entries(dashboards).flatMap(([name, { uid }]) => {
      const other = taken.get(uid);
      taken.set(uid, other ?? `monitoring.dashboards.${name}`);
      if (other === undefined) return [];
      return [
        {
          path: ['monitoring', 'dashboards', name],
          found: `uid ${uid}`,
          rule: `belongs to ${other} already`,
          fix: 'give one of them another uid: the one that fewer links lead to',
        },
      ];
    });
  },
};
