import { Construct } from 'constructs';
import { AppProject } from '../../imports/argoproj.io.ts';
import type { Site } from '../../site/index.ts';
import { labelsOf } from '../../site/plan/labels.ts';
import { IN_THIS_CLUSTER } from './sync.ts';

/** Name of the project to which all of the platform's Applications belong. */
export const PLATFORM_PROJECT = 'platform';

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

/** What the project allows. */
export interface PlatformProjectProps {
  readonly site: Pick<Site, 'name' | 'git'>;

  /** Namespaces that the platform may change. */
  readonly namespaces: readonly string[];

  /** Repositories of Helm charts, beside the site's own repository. */
  readonly charts: readonly string[];
}

/** What the platform's Applications may read, and where and what they may change. */
export class PlatformProject extends Construct {
  constructor(scope: Construct, id: string, { site, namespaces, charts }: PlatformProjectProps) {
    super(scope, id);
    new AppProject(this, 'Resource', {
      metadata: {
        name: PLATFORM_PROJECT,
        labels: labelsOf({ name: PLATFORM_PROJECT, component: 'delivery', folder: 'bootstrap' }),
      },
      spec: {
        description: `The platform of ${site.name}`,
        sourceRepos: [site.git.url, ...new Set(charts)],
        destinations: namespaces.map((namespace) => ({ server: IN_THIS_CLUSTER, namespace })),
        clusterResourceWhitelist: CLUSTER_KINDS,
      },
    });
  }
}
