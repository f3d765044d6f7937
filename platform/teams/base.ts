import type { Build } from '../folder.ts';
import { publish } from '../publish.ts';
import { teamOf } from './team-of.ts';
import { buildWalls } from './walls.ts';

/**
 * The folder of what a team's services share in an environment: their routes from outside, with certificates, and who else
 * reaches them.
 *
 * Nothing in it waits for a release: a route that has no address yet would hold up what comes after it.
 */
export const buildBase: Build = (chart, plan) => {
  const team = teamOf(chart, plan);
  for (const host of team.hosts) publish(chart, `Host ${host.host}`, plan, host, { elsewhere: true });
  buildWalls(chart, team.services);
};
