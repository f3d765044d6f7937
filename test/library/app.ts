import { Guard, LocalDirectories, LocalStorage, MonitoringStack, SecureIngress } from 'armstead';
import { App, Chart, Size } from 'cdk8s';
import { Cpu, Deployment, Namespace } from 'cdk8s-plus-27';

/** An app of somebody else: stock cdk8s, namespaces and a service of its own, and three constructs of this project. */
export function photosApp(node: string): App {
  const app = new App();
  const cluster = new Chart(app, 'cluster');
  for (const name of ['photos', 'watch']) new Namespace(cluster, name, { metadata: { name } });
  const labels = { 'pod-security.kubernetes.io/enforce': 'privileged' };
  new Namespace(cluster, 'disks', { metadata: { name: 'disks', labels } });

  const photos = new Chart(app, 'photos', { namespace: 'photos' });
  const album = new LocalStorage(photos, 'Album', { name: 'album', node, size: Size.gibibytes(2) });
  const { owner: user } = album;
  const web = new Deployment(photos, 'Web', { replicas: 1, securityContext: { user, group: user, fsGroup: user } });
  web.addContainer({
    image: 'docker.io/library/busybox:1.37.0',
    command: ['httpd', '-f', '-p', '8080', '-h', '/album'],
    portNumber: 8080,
    resources: { cpu: { request: Cpu.millis(5) }, memory: { limit: Size.mebibytes(16) } },
    volumeMounts: [{ path: '/album', volume: album.volume }],
  });
  new SecureIngress(photos, 'Ingress', {
    host: 'photos.example.org',
    backend: { service: web.exposeViaService() },
    guard: Guard.basic({ secret: 'photos-users' }),
    edge: { ingressClass: 'nginx', issuer: 'letsencrypt' },
  });

  const watch = new Chart(app, 'watch', { namespace: 'watch' });
  new MonitoringStack(watch, 'Monitoring', {
    storage: (name) => new LocalStorage(watch, `Storage ${name}`, { name, node, size: Size.gibibytes(2) }),
    receivers: { webhook: { secret: 'watch-webhook' } },
    dashboardsSecret: 'watch-grafana',
  });

  new LocalDirectories(new Chart(app, 'disks', { namespace: 'disks' }), 'All', { node });
  return app;
}
