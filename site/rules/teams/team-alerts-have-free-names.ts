import { PLATFORM_ALERTS, SERVICE_ALERTS } from '../../plan/alerts.ts';
import { teamServices } from '../../plan/teams/services.ts';
import type { Path } from '../../problem.ts';
import type { Site } from '../../site.ts';
import type { Rule } from '../rule.ts';

/** Nobody has to state these; messages, and what silences others, tell alerts by their names. */
const TAKEN = new Map([
  ...PLATFORM_ALERTS.map((name) => [name.toLowerCase(), `by ${name}, which every site may have`] as const),
  ...SERVICE_ALERTS.map((name) => [name.toLowerCase(), `by ${name}, which every service may have`] as const),
]);

/** No alert of a team or of its services has the name of one that nobody has to state. */
export const teamAlertsHaveFreeNames: Rule = {
  id: 'team-alerts-have-free-names',
  conflicts: (site) =>
    stated(site).flatMap(({ name, path }) => {
      const taken = TAKEN.get(name.toLowerCase());
      if (taken === undefined) return [];
      return [{ path, found: name, rule: `is taken ${taken}`, fix: `give yours another name, such as Own${name}` }];
    }),
};

/** Every alert that teams and services state, and where. */
function stated(site: Site): { readonly name: string; readonly path: Path }[] {
  const ofTeams = Object.entries(site.teams ?? {}).map(([team, { alerts }]) => ({ alerts, path: ['teams', team] }));
  const ofServices = teamServices(site).map(({ stated: { alerts }, path }) => ({ alerts, path }));
  return [...ofTeams, ...ofServices].flatMap(({ alerts = {}, path }) =>
    Object.keys(alerts).map((name) => ({ name, path: [...path, 'alerts', name] })),
  );
}
