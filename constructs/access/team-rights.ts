import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { labelsOf } from '../../kubernetes/labels.ts';
import { exempt } from '../exempt.ts';

/** A ServiceAccount, wherever it lies. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
}

/** A namespace that runs what a repository says, and who may look at it and start its tasks. */
export interface TeamRightsProps {
  /** Name of the namespace, which somebody else makes. */
  readonly namespace: string;

  /** Who gets the rights. */
  readonly people: readonly Account[];
}

const NAME = 'team';
const RBAC = 'rbac.authorization.k8s.io';
const READS = ['get', 'list', 'watch'];

/**
 * What can be read, by API group: all that `kubectl get all` and `kubectl describe` want, and what tells why a host does
 * not answer. None of it holds the value of a Secret.
 */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  '': [
    'configmaps',
    'endpoints',
    'events',
    'limitranges',
    'persistentvolumeclaims',
    'pods',
    'pods/log',
    'replicationcontrollers',
    'resourcequotas',
    'services',
  ],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  'cert-manager.io': ['certificates'],
  'discovery.k8s.io': ['endpointslices'],
  'events.k8s.io': ['events'],
  'external-secrets.io': ['externalsecrets'],
  'metrics.k8s.io': ['pods'],
  'networking.k8s.io': ['ingresses', 'networkpolicies'],
  policy: ['poddisruptionbudgets'],
};

/**
 * What people may do where their team's services run: look, read logs, reach a port of a pod, and start and remove Jobs.
 *
 * They change nothing else, since the repository says what runs; they run no commands in pods and read no Secrets. Whoever
 * may create any Job reads every Secret of its namespace, so this wants `DeclaredJobs` beside it.
 */
export class TeamRights extends Construct {
  constructor(scope: Construct, id: string, { namespace, people }: TeamRightsProps) {
    super(scope, id);
    const labels = labelsOf({ name: NAME, component: 'access', folder: Chart.of(this).node.id });
    const metadata = { name: NAME, namespace, labels };
    const role = new k8s.KubeRole(this, 'Role', { metadata, rules: [...reading(), ...acting()] });
    const binding = new k8s.KubeRoleBinding(this, 'Binding', {
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'Role', name: NAME },
      subjects: people.map((account) => ({ kind: 'ServiceAccount', name: account.name, namespace: account.namespace })),
    });
    for (const object of [role, binding]) {
      exempt(object, 'folders-keep-to-one-namespace', 'a role counts where it lies');
    }
  }
}

function reading(): k8s.PolicyRule[] {
  return Object.entries(READABLE).map(([group, resources]) => ({
    apiGroups: [group],
    resources: [...resources],
    verbs: READS,
  }));
}

/** A port is reached by `create`, and over WebSockets, which newer kubectl use, by `get`. */
function acting(): k8s.PolicyRule[] {
  return [
    { apiGroups: [''], resources: ['pods/portforward'], verbs: ['create', 'get'] },
    { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'delete'] },
  ];
}
