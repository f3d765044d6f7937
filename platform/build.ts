import { type App, Chart } from 'cdk8s';
import { Workload } from '../constructs/workload/index.ts';
import { SERVICE_LABEL } from '../kubernetes/labels.ts';
import { type FolderPlan, ownerLabels, type Plan, type PlatformFolder } from '../site/plan/index.ts';
import { buildAccess } from './access.ts';
import { buildApplications, buildBootstrap, buildInstaller, buildPages } from './argo-cd/index.ts';
import { buildCertificates } from './certificates/index.ts';
import { buildCluster } from './cluster/index.ts';
import { buildEdge } from './edge/index.ts';
import type { Build } from './folder.ts';
import { buildHome } from './home.ts';
import { buildMonitoring } from './monitoring.ts';
import { buildNodeAgents } from './node-agents.ts';
import { buildVault, readSecrets } from './secrets/index.ts';
import { buildSignOn } from './sign-on.ts';
import { buildStorage } from './storage.ts';
import { buildOfTeam, buildTeams } from './teams/index.ts';

/** What makes each folder of the platform. */
const BUILDS: Readonly<Record<PlatformFolder, Build>> = {
  cluster: buildCluster,
  storage: buildStorage,
  'sign-on': buildSignOn,
  home: buildHome,
  monitoring: buildMonitoring,
  'node-agents': buildNodeAgents,
  access: buildAccess,
  teams: buildTeams,
  delivery: buildPages,
  secrets: buildVault,
  edge: buildEdge,
  certificates: buildCertificates,
  bootstrap: buildBootstrap,
  apps: buildApplications,
  install: buildInstaller,
};

/**
 * Builds everything that a site runs: one chart for each folder of the plan, in its order.
 *
 * A folder that nothing builds, and a chart that is no folder of the plan, are mistakes of this project: both throw.
 */
export function buildPlatform(app: App, plan: Plan): void {
  for (const folder of plan.folders) {
    const { id, namespace, priority } = folder;
    const build = buildOf(folder);
    const chart = new Chart(app, id, { namespace, labels: labelsIn(folder), disableResourceNameHashes: true });
    Workload.defaultPriority(chart, priority);
    build(chart, plan);
    readSecrets(chart, plan);
  }
  const planned = new Set(plan.folders.map(({ id }) => id));
  const strays = app.charts.map(({ node }) => node.id).filter((id) => !planned.has(id));
  if (strays.length > 0) throw new Error(`no folder of the plan is called ${strays.join(', ')}`);
}

/** Labels of everything in a folder. */
function labelsIn({ owner, service }: FolderPlan): Record<string, string> {
  return { ...ownerLabels(owner), ...(service !== undefined && { [SERVICE_LABEL]: service }) };
}

function buildOf(folder: FolderPlan): Build {
  const { id, owner } = folder;
  if (owner.kind === 'team') return buildOfTeam(folder);
  const builds: Readonly<Record<string, Build>> = BUILDS;
  const build = Object.hasOwn(builds, id) ? builds[id] : undefined;
  if (!build) throw new Error(`nothing builds the folder ${id} of the plan`);
  return build;
}
