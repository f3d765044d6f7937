import type { FolderPlan } from '../../site/plan/index.ts';
import type { Build } from '../folder.ts';
import { TeamsAccess } from './access.ts';
import { buildBase } from './base.ts';
import { buildLimits } from './limits.ts';
import { buildService } from './service.ts';

/** What the platform gives teams in their namespaces: a share of the nodes, and rights. */
export const buildTeams: Build = (chart, plan) => {
  buildLimits(chart, plan);
  const people = plan.teams.map(({ namespace, people: { kubectl } }) => ({ namespace: namespace.name, kubectl }));
  new TeamsAccess(chart, 'Access', people);
};

/** What makes a folder of a team. */
export function buildOfTeam({ service }: Pick<FolderPlan, 'service'>): Build {
  return service === undefined ? buildBase : buildService;
}
