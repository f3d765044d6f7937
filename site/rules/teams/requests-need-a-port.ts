import { inEnvironment } from '../../plan/teams/in-environment.ts';
import { type TeamService, teamServices } from '../../plan/teams/services.ts';
import type { Conflict, Rule } from '../rule.ts';

/** Fields of the process that answers requests. */
const OF_REQUESTS = ['command', 'replicas', 'host', 'health', 'metrics', 'drain'] as const;

/** What answers requests has a port, and what has a port says when it can be asked. */
export const requestsNeedAPort: Rule = {
  id: 'requests-need-a-port',
  conflicts: (site) =>
    teamServices(site).flatMap((one) => (one.stated.port === undefined ? idle(one) : withoutHealth(one))),
};

function idle({ stated, path }: TeamService): Conflict[] {
  const environments = Object.keys(stated.in ?? {}).map((name) => [['in', name], stated.in?.[name] ?? {}] as const);
  return [[[], stated] as const, ...environments].flatMap(([more, there]) =>
    OF_REQUESTS.filter((field) => there[field] !== undefined).map((field) => ({
      path: [...path, ...more, field],
      with: [[...path, 'port']],
      found: '',
      rule: 'belongs to the process that answers requests, and the service has no port',
      fix:
        field === 'command'
          ? 'write a port, or the command under a name in workers'
          : `write a port, or leave out ${field}`,
    })),
  );
}

/** Requests would be sent to a pod that is not ready, and a release would not wait for one that is. */
function withoutHealth({ stated, path }: TeamService): Conflict[] {
  if (inEnvironment(stated, '').health) return [];
  return [
    {
      path: [...path, 'health'],
      with: [[...path, 'port']],
      found: '',
      rule: 'is missing, and the service has a port: nobody could tell when a pod may be asked',
      fix: "write health: { ready: '/ready', alive: '/alive' }, two paths that the service answers",
    },
  ];
}
