import { teamServices } from '../../plan/teams/services.ts';
import type { Rule } from '../rule.ts';

/** A service has at least one process. */
export const servicesRunSomething: Rule = {
  id: 'services-run-something',
  conflicts: (site) =>
    teamServices(site)
      .filter(({ stated: { port, workers, cron, tasks } }) => !port && !workers && !cron && !tasks)
      .map(({ path }) => ({
        path,
        with: ['port', 'workers', 'cron', 'tasks'].map((field) => [...path, field]),
        found: '',
        rule: 'runs nothing',
        fix: 'write a port for what answers requests, or workers, cron or tasks',
      })),
};
