import { ApiObject, type App, Chart, JsonPatch, Size } from 'cdk8s';
import {
  type ContainerProps,
  Cpu,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  IngressBackend,
  k8s,
  LabelSelector,
  Metric,
  MetricTarget,
  NetworkPolicy,
  NetworkPolicyIpBlock,
  Pods,
  Probe,
  Secret,
  Service,
} from 'cdk8s-plus-27';

const NAMESPACE = 'shop';

/** The label by which everything finds the pods of a service. */
const SELECTED = 'app.kubernetes.io/name';

/** What the issuer of the certificates is called; it is external. */
const ISSUER = 'letsencrypt';

/** Adds services to an app, each a chart with a Deployment, a Service, an Ingress and what keeps it running. */
export function addServices(app: App, count: number): void {
  addNamespace(new Chart(app, 'cluster'));
  for (let index = 0; index < count; index++) addService(app, `service-${index}`);
}

function addNamespace(chart: Chart): void {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  new k8s.KubeNamespace(chart, 'Namespace', { metadata: { name: NAMESPACE, labels }, spec: {} });
}

function addService(app: App, name: string): void {
  const chart = new Chart(app, name, { namespace: NAMESPACE, labels: { 'app.kubernetes.io/part-of': NAMESPACE } });
  const deployment = addDeployment(chart, name);
  const service = new Service(chart, 'Service', { metadata: { name }, ports: [{ port: 80, targetPort: 8080 }] });
  service.selectLabel(SELECTED, name);
  addIngress(chart, name, IngressBackend.fromService(service));
  new HorizontalPodAutoscaler(chart, 'Autoscaler', {
    metadata: { name },
    target: deployment,
    minReplicas: 2,
    maxReplicas: 4,
    metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))],
  });
  new k8s.KubePodDisruptionBudget(chart, 'Budget', {
    metadata: { name },
    spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: { [SELECTED]: name } } },
  });
  new NetworkPolicy(chart, 'Policy', {
    metadata: { name },
    selector: Pods.select(chart, 'Pods', { labels: { [SELECTED]: name } }),
    ingress: { rules: [{ peer: NetworkPolicyIpBlock.ipv4(chart, 'Network', '10.0.0.0/16') }] },
  });
}

function addIngress(chart: Chart, name: string, backend: IngressBackend): void {
  const host = `${name}.example.org`;
  new Ingress(chart, 'Ingress', {
    metadata: {
      name,
      annotations: {
        'cert-manager.io/cluster-issuer': ISSUER,
        'armstead/made-elsewhere': `clusterissuer/${ISSUER}`,
        'armstead/except.hosts-are-planned': 'the benchmark has no plan of its own',
      },
    },
    className: 'edge',
    rules: [{ host, path: '/', backend }],
    tls: [{ hosts: [host], secret: Secret.fromSecretName(chart, 'Certificate', `${name}-tls`) }],
  });
}

function addDeployment(chart: Chart, name: string): Deployment {
  const deployment = new Deployment(chart, 'Deployment', {
    metadata: {
      name,
      annotations: {
        'armstead/requests-source': 'made up for this benchmark',
        'armstead/made-elsewhere': `priorityclass/${NAMESPACE}`,
      },
    },
    podMetadata: { labels: { [SELECTED]: name } },
    select: false,
    securityContext: { user: 65_532, group: 65_532 },
    containers: [container(name)],
  });
  deployment.select(LabelSelector.of({ labels: { [SELECTED]: name } }));
  // cdk8s-plus knows none of the first three, rounds the disk of a container to gibibytes, and adds the last, a digest of
  // the construct's path, whatever is selected.
  ApiObject.of(deployment).addJsonPatch(
    JsonPatch.add('/spec/template/spec/priorityClassName', NAMESPACE),
    JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
    JsonPatch.add('/spec/template/spec/containers/0/securityContext/capabilities', { drop: ['ALL'] }),
    JsonPatch.add(
      '/spec/template/spec/containers/0/resources/requests/ephemeral-storage',
      k8s.Quantity.fromString('16Mi'),
    ),
    JsonPatch.add(
      '/spec/template/spec/containers/0/resources/limits/ephemeral-storage',
      k8s.Quantity.fromString('64Mi'),
    ),
    JsonPatch.remove('/spec/template/metadata/labels/cdk8s.io~1metadata.addr'),
  );
  return deployment;
}

function container(name: string): ContainerProps {
  return {
    image: `registry.example.org/shop/${name}:1.2.3`,
    portNumber: 8080,
    readiness: Probe.fromHttpGet('/ready', { port: 8080 }),
    liveness: Probe.fromHttpGet('/alive', { port: 8080 }),
    resources: {
      cpu: { request: Cpu.millis(5), limit: Cpu.millis(500) },
      memory: { request: Size.mebibytes(16), limit: Size.mebibytes(16) },
    },
  };
}
