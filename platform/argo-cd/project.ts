import { Construct } from 'constructs';
import { AppProject } from '../../imports/argoproj.io.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { type ArgoCdPlan, IN_THIS_CLUSTER, type ProjectPlan } from '../../site/plan/index.ts';
import { kept } from './kept.ts';

/** What the Applications of an owner may read. */
export interface ProjectProps {
  readonly project: ProjectPlan;

  /** The site's own repository. */
  readonly git: Pick<ArgoCdPlan['git'], 'url'>;

  /** Repositories of Helm charts beside it. */
  readonly charts: readonly string[];
}

/**
 * What the Applications of one owner may read, and where and what they may change.
 *
 * That of a team stays in the cluster when the team leaves: Argo CD deletes no Application whose project is gone, and what
 * waits for that would hold up the whole site. It allows nothing by itself.
 */
export class Project extends Construct {
  constructor(scope: Construct, id: string, { project, git, charts }: ProjectProps) {
    super(scope, id);
    const { name, description, namespaces, clusterKinds, isWhole } = project;
    const resource = new AppProject(this, 'Resource', {
      metadata: { name, labels: labelsOf({ name, component: 'delivery', folder: 'bootstrap' }) },
      spec: {
        description,
        sourceRepos: [git.url, ...new Set(charts)],
        destinations: namespaces.map((namespace) => ({ server: IN_THIS_CLUSTER, namespace })),
        clusterResourceWhitelist: [...clusterKinds],
      },
    });
    if (!isWhole) kept(resource);
  }
}
