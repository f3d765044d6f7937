import { type ApiObject, Chart, Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { labelsOf } from '../../kubernetes/labels.ts';
import { clusterScoped } from '../cluster-scoped.ts';
import { ApiIdentity, type Permission } from '../identity/index.ts';
import { images } from '../versions.ts';
import { Check, type Resources, Workload } from '../workload/index.ts';

const name = 'resource-metrics';
const port = 10_250;

/** Any but 0; the image names 65534. */
const USER = 65_534;

const RESOURCES: Resources = {
  cpuMillis: { request: 5, limit: 200 },
  memoryMebibytes: { request: 72, limit: 144 },
  source: 'measured on 2026-11-28 on a real node (docs/budget.md): 64 MiB resident, 3.3m',
};

const PERMISSIONS: readonly Permission[] = [
  { group: '', resources: ['nodes/metrics'], verbs: ['get'] },
  { group: '', resources: ['nodes', 'pods'], verbs: ['get', 'list', 'watch'] },
];

/** Roles of the cluster by which a server learns from the API server who its callers are and what they may do. */
const DELEGATES = [
  { name: 'system:auth-delegator' },
  { name: 'extension-apiserver-authentication-reader', namespace: 'kube-system' },
];

const READERS = {
  'rbac.authorization.k8s.io/aggregate-to-admin': 'true',
  'rbac.authorization.k8s.io/aggregate-to-edit': 'true',
  'rbac.authorization.k8s.io/aggregate-to-view': 'true',
};

/**
 * metrics-server: what `kubectl top` shows and what a HorizontalPodAutoscaler goes by.
 *
 * It keeps nothing; history is in the metrics store of a `MonitoringStack`. A cluster has one.
 */
export class ResourceMetrics extends Construct {
  /** The API that it serves, which is there before the process that answers for it. */
  readonly api: ApiObject;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const component = 'metrics';
    const permissions = PERMISSIONS;
    const { serviceAccount } = new ApiIdentity(this, 'Identity', { name, component, permissions, roles: DELEGATES });
    new Workload(this, 'Workload', {
      name,
      component,
      image: images.metricsServer,
      user: USER,
      resources: RESOURCES,
      args: [
        `--secure-port=${port}`,
        '--cert-dir=/tmp',
        '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
        '--kubelet-use-node-status-port',
        '--metric-resolution=30s',
        // A kubelet of OKE shows a certificate that it signed itself: there is no authority to verify it with. What
        // travels are figures of use, over the cloud network, with a token that may read nothing else.
        '--kubelet-insecure-tls',
      ],
      ports: { https: port },
      health: { ready: Check.https('/readyz', port), alive: Check.https('/livez', port) },
      scratch: { '/tmp': Size.mebibytes(8) },
      serviceAccount,
    });
    this.api = this.register();
  }

  /** Makes the API server pass `metrics.k8s.io` on, and lets whoever may view a namespace see its figures. */
  private register(): ApiObject {
    const { namespace } = Chart.of(this);
    const labels = labelsOf({ name, component: 'metrics', folder: Chart.of(this).node.id });
    const api = new k8s.KubeApiService(this, 'API', {
      metadata: { name: 'v1beta1.metrics.k8s.io', labels },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        // Its certificate is made again at each start and lies in memory alone.
        insecureSkipTlsVerify: true,
        service: { name, namespace: namespace as string, port },
      },
    });
    const reader = new k8s.KubeClusterRole(this, 'Reader', {
      metadata: { name: `${namespace}-${name}-reader`, labels: { ...labels, ...READERS } },
      rules: [{ apiGroups: ['metrics.k8s.io'], resources: ['nodes', 'pods'], verbs: ['get', 'list', 'watch'] }],
    });
    for (const object of [api, reader]) clusterScoped(object);
    return api;
  }
}
