import { Construct } from 'constructs';
import { AppProject } from '../../imports/argoproj.io.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import type { ArgoCdPlan, ProjectPlan } from '../../site/plan/index.ts';
import { IN_THIS_CLUSTER } from './sync.ts';

/** Cluster-scoped kinds that the platform's folders and charts contain. */
const CLUSTER_KINDS = [
  { group: '', kind: 'Namespace' },
  { group: '', kind: 'PersistentVolume' },
  { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: 'cert-manager.io', kind: 'ClusterIssuer' },
  { group: 'networking.k8s.io', kind: 'IngressClass' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { group: 'external-secrets.io', kind: 'ClusterSecretStore' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
  { group: 'storage.k8s.io', kind: 'StorageClass' },
];

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
    const { name, description, namespaces, isWhole } = project;
    new AppProject(this, 'Resource', {
      metadata: { name, labels: labelsOf({ name, component: 'delivery', folder: 'bootstrap' }) },
      spec: {
        description,
        sourceRepos: [git.url, ...new Set(charts)],
        destinations: namespaces.map((namespace) => ({ server: IN_THIS_CLUSTER, namespace })),
        clusterResourceWhitelist: isWhole ? CLUSTER_KINDS : [],
      },
    });
  }
}
