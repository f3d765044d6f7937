import { NamespaceLimits } from './cluster/namespace-limits.ts';
import type { Build } from './folder.ts';

/** The folder of a team: its share of the nodes, which nothing in it goes beyond. */
export const buildTeam: Build = (chart, { quotas }) => {
  const quota = quotas[chart.namespace ?? ''];
  if (!quota) throw new Error(`the plan has no quota for the namespace ${chart.namespace}`);
  new NamespaceLimits(chart, 'Limits', quota.portion);
};

/** What the platform gives teams in their namespaces. */
export const buildTeams: Build = () => undefined;
