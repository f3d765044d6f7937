import { inEnvironment } from '../../plan/teams/in-environment.ts';
import { type TeamService, teamServices } from '../../plan/teams/services.ts';
import type { Path } from '../../problem.ts';
import type { Rule } from '../rule.ts';

/** Fields that say who reaches a host, and how. */
const OF_A_HOST = [
  ...(['path', 'exposure', 'guard', 'passwords', 'allow', 'allowFrom', 'blockFrom', 'rate'] as const),
  ...(['largestUpload', 'timeouts'] as const),
];

/** What is said of a host is said where there is one. */
export const reachNeedsAHost: Rule = {
  id: 'reach-needs-a-host',
  conflicts: (site) => teamServices(site).flatMap(idle),
};

function idle({ stated, path }: TeamService) {
  const { in: differing = {} } = stated;
  const hostless = Object.keys(differing).filter((name) => inEnvironment(stated, name).host === undefined);
  const isNowhere = stated.host === undefined && hostless.length === Object.keys(differing).length;
  const groups: (readonly [Path, object])[] = hostless.map((name) => [['in', name], differing[name] ?? {}]);
  return [...(isNowhere ? [[[], stated] as const] : []), ...groups].flatMap(([more, there]) =>
    OF_A_HOST.filter((field) => (there as Readonly<Record<string, unknown>>)[field] !== undefined).map((field) => ({
      path: [...path, ...more, field],
      with: [[...path, 'host']],
      found: '',
      rule: 'does nothing without a host: only the cluster reaches the service',
      fix: `write a host, or leave out ${field}`,
    })),
  );
}
