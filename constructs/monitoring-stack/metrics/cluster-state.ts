import { Construct } from 'constructs';
import { ApiIdentity, type Permission } from '../../identity/index.ts';
import { images } from '../../versions.ts';
import { Check, type Resources, Workload } from '../../workload/index.ts';
import { parts } from '../ports.ts';

const { name, port } = parts.clusterState;

/** The port on which it tells of itself. */
const OWN_PORT = 8081;

/** The image runs as `nobody`. */
const USER = 65_534;

const RESOURCES: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 72, limit: 144 },
  source: 'measured on 2026-11-28 on a real node (docs/budget.md): 55 to 57 MiB resident, 0.9m',
};

/** The kinds that rules and dashboards query; Secrets and ConfigMaps are not among them. */
const KINDS = {
  '': ['namespaces', 'nodes', 'persistentvolumeclaims', 'persistentvolumes', 'pods', 'resourcequotas'],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  batch: ['cronjobs', 'jobs'],
} as const;

/** Kinds of which nobody asks when they were made. */
const CREATED = [
  ...['daemonset', 'job', 'namespace', 'node', 'persistentvolume', 'persistentvolumeclaim', 'pod', 'replicaset'],
  ...['resourcequota', 'statefulset'],
];

const PERMISSIONS: readonly Permission[] = Object.entries(KINDS).map(([group, resources]) => ({
  group,
  resources,
  verbs: ['list', 'watch'],
}));

/** kube-state-metrics: the state of the cluster's objects as metrics. */
export class ClusterState extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const identity = new ApiIdentity(this, 'Identity', { name, component: 'metrics', permissions: PERMISSIONS });
    new Workload(this, 'Workload', {
      name,
      component: 'metrics',
      image: images.kubeStateMetrics,
      user: USER,
      resources: RESOURCES,
      args: [
        `--port=${port}`,
        `--telemetry-port=${OWN_PORT}`,
        `--resources=${Object.values(KINDS).flat().sort().join(',')}`,
        // Times of creation and the like change with every pod; only those of Deployments and CronJobs are queried.
        `--metric-denylist=kube_(${CREATED.join('|')})_created,kube_pod_tolerations,kube_pod_status_scheduled_time,kube_replicaset_.+_generation`,
      ],
      ports: { http: port, own: OWN_PORT },
      health: { ready: Check.http('/readyz', OWN_PORT), alive: Check.http('/livez', port) },
      serviceAccount: identity.serviceAccount,
    });
  }
}
