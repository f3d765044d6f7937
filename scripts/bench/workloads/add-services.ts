import { type App, Chart, Size } from 'cdk8s';
import {
  Cpu,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  IngressBackend,
  k8s,
  Metric,
  MetricTarget,
  NetworkPolicy,
  NetworkPolicyIpBlock,
} from 'cdk8s-plus-27';

/** Adds services to an app, each a chart with a Deployment, a Service, an Ingress and what keeps it running. */
export function addServices(app: App, count: number): void {
  for (let index = 0; index < count; index++) addService(app, `service-${index}`);
}

function addService(app: App, name: string): void {
  const chart = new Chart(app, name, { namespace: 'shop', labels: { 'app.kubernetes.io/part-of': 'shop' } });
  const deployment = addDeployment(chart, name);
  const service = deployment.exposeViaService({ name, ports: [{ port: 80, targetPort: 8080 }] });
  new Ingress(chart, 'Ingress', {
    metadata: { name },
    rules: [{ host: `${name}.example.org`, path: '/', backend: IngressBackend.fromService(service) }],
  });
  new HorizontalPodAutoscaler(chart, 'Autoscaler', {
    metadata: { name },
    target: deployment,
    minReplicas: 2,
    maxReplicas: 4,
    metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))],
  });
  new k8s.KubePodDisruptionBudget(chart, 'Budget', {
    metadata: { name },
    spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector: { matchLabels: { app: name } } },
  });
  new NetworkPolicy(chart, 'Policy', {
    metadata: { name },
    selector: deployment,
    ingress: { rules: [{ peer: NetworkPolicyIpBlock.ipv4(chart, 'Network', '10.0.0.0/16') }] },
  });
}

function addDeployment(chart: Chart, name: string): Deployment {
  return new Deployment(chart, 'Deployment', {
    metadata: { name },
    podMetadata: { labels: { app: name } },
    containers: [
      {
        image: `registry.example.org/${name}:1.2.3`,
        portNumber: 8080,
        resources: {
          cpu: { request: Cpu.millis(50), limit: Cpu.millis(500) },
          memory: { request: Size.mebibytes(64), limit: Size.mebibytes(128) },
        },
      },
    ],
  });
}
