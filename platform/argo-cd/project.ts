import { Construct } from 'constructs';
import { AppProject } from '../../imports/argoproj.io.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import { type ArgoCdPlan, IN_THIS_CLUSTER, type ProjectPlan } from '../../site/plan/index.ts';

/** What the Applications of an owner may read. */
export interface ProjectProps {
  readonly project: ProjectPlan;

  /** The site's own repository. */
  readonly git: Pick<ArgoCdPlan['git'], 'url'>;

  /** Repositories of Helm charts beside it. */
  readonly charts: readonly string[];
}

/** What the Applications of one owner may read, and where and what they may change. */
export class Project extends Construct {
  constructor(scope: Construct, id: string, { project, git, charts }: ProjectProps) {
    super(scope, id);
    const { name, description, namespaces, clusterKinds } = project;
    new AppProject(this, 'Resource', {
      metadata: { name, labels: labelsOf({ name, component: 'delivery', folder: 'bootstrap' }) },
      spec: {
        description,
        sourceRepos: [git.url, ...new Set(charts)],
        destinations: namespaces.map((namespace) => ({ server: IN_THIS_CLUSTER, namespace })),
        clusterResourceWhitelist: [...clusterKinds],
      },
    });
  }
}
