import { ownerName, platformNamespaces } from '../../site/plan/index.ts';
import { chartsOf } from '../charts.ts';
import type { Build } from '../folder.ts';
import { GitApplication } from './git-application.ts';
import { HelmApplication } from './helm-application.ts';
import { ArgoCd } from './install/argo-cd.ts';

/** One Application for each folder that is followed, one for each chart, and Argo CD itself. */
export const buildApplications: Build = (chart, plan) => {
  const { git } = plan.argoCd;
  for (const { id, namespace = platformNamespaces.argoCd.name, owner, wave, followed, info } of plan.folders) {
    if (!followed) continue;
    new GitApplication(chart, id, { name: id, project: ownerName(owner), git, folder: id, namespace, wave, info });
  }
  for (const props of chartsOf(plan, chart)) new HelmApplication(chart, props.name, props);
  new ArgoCd(chart, 'Argo CD', plan.argoCd);
};
