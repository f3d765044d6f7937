import { teamServices } from '../../plan/teams/services.ts';
import { PROCESS_KINDS } from '../../team/processes.ts';
import type { Rule } from '../rule.ts';

/** Each makes a process, or several. */
const FIELDS = ['port', ...PROCESS_KINDS] as const;

/** A service has at least one process. */
export const servicesRunSomething: Rule = {
  id: 'services-run-something',
  conflicts: (site) =>
    teamServices(site)
      .filter(({ stated }) => FIELDS.every((field) => !stated[field]))
      .map(({ path }) => ({
        path,
        with: FIELDS.map((field) => [...path, field]),
        found: '',
        rule: 'runs nothing',
        fix: 'write a port for what answers requests, or workers, cron or tasks',
      })),
};
