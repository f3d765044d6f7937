import { charts } from '../../constructs/versions.ts';
import { ownerName, PLATFORM, platformNamespaces } from '../../site/plan/index.ts';
import { chartsOf } from '../charts.ts';
import type { Build } from '../folder.ts';
import { GitApplication } from './git-application.ts';
import { Project } from './project.ts';

/** The projects and the root Application: with them the cluster takes over. */
export const buildBootstrap: Build = (chart, plan) => {
  const { git } = plan.argoCd;
  const repositories = [charts.argoCd, ...chartsOf(plan, chart).map((one) => one.chart)].map((one) => one.repository);
  for (const project of plan.projects) {
    const id = project.isWhole ? 'Project' : `Project ${project.name}`;
    new Project(chart, id, { project, git, charts: project.isWhole ? repositories : [] });
  }
  new GitApplication(chart, 'Root', {
    ...{ name: 'root', project: ownerName(PLATFORM), git, folder: 'apps', wave: 0 },
    namespace: platformNamespaces.argoCd.name,
    ignoreHealth: true,
    readsSecret: git.secret,
  });
};
