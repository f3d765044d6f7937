import { Guard, LocalDirectories, LocalStorage, MonitoringStack, SecureIngress } from 'armstead';
import { App, Chart, Size } from 'cdk8s';
import { Cpu, Deployment, Namespace } from 'cdk8s-plus-27';

const ROOT = '/var/lib/volumes';

/** An app of somebody else: stock cdk8s, namespaces and a service of its own, and three constructs of this project. */
export function photosApp(node: string): App {
  const app = new App();
  const cluster = new Chart(app, 'cluster');
  for (const name of ['photos', 'watch']) new Namespace(cluster, name, { metadata: { name } });
  const labels = { 'pod-security.kubernetes.io/enforce': 'privileged' };
  new Namespace(cluster, 'disks', { metadata: { name: 'disks', labels } });

  const photos = new Chart(app, 'photos', { namespace: 'photos' });
  const album = stored(photos, 'album');
  const [image, user] = ['docker.io/library/busybox:1.37.0', album.owner];
  const web = new Deployment(photos, 'Web', { replicas: 1, securityContext: { user, group: user, fsGroup: user } });
  const container = web.addContainer({
    ...{ image, command: ['httpd', '-f', '-p', '8080', '-h', '/album'], portNumber: 8080 },
    resources: { cpu: { request: Cpu.millis(5) }, memory: { request: Size.mebibytes(8), limit: Size.mebibytes(16) } },
  });
  container.mount('/album', album.volume);
  new SecureIngress(photos, 'Ingress', {
    host: 'photos.example.org',
    backend: { service: web.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] }), port: 80 },
    guard: Guard.basic({ secret: 'photos-users' }),
    edge: { ingressClass: 'nginx', issuer: 'letsencrypt' },
  });

  const watch = new Chart(app, 'watch', { namespace: 'watch' });
  const [metrics, logs, alerts] = [stored(watch, 'metrics'), stored(watch, 'logs'), stored(watch, 'alerts')];
  const dashboards = stored(watch, 'dashboards', 472);
  new MonitoringStack(watch, 'Monitoring', {
    storage: { metrics, logs, alerts, dashboards },
    receivers: { webhook: { secret: 'watch-webhook' } },
    ...{ dashboardsUrl: 'https://grafana.example.org', dashboardsSecret: 'watch-grafana' },
  });

  const volumes = [album, metrics, logs, alerts, dashboards];
  new LocalDirectories(new Chart(app, 'disks', { namespace: 'disks' }), 'All', { node, root: ROOT, volumes });
  return app;

  function stored(chart: Chart, name: string, owner?: number): LocalStorage {
    const place = { name, node, size: Size.gibibytes(2), directory: `${ROOT}/${name}` };
    return new LocalStorage(chart, `Storage ${name}`, { ...place, ...(owner && { owner }) });
  }
}
