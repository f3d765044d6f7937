import { type App, Chart, Duration, Size } from 'cdk8s';
import type { Site } from '../site/index.ts';
import { platformNamespaces } from '../site/plan/namespaces.ts';
import { type VolumePlan, volumes } from '../site/plan/volumes.ts';
import { Namespaces } from './cluster/namespaces.ts';
import { ArgoCd } from './delivery/argo-cd/argo-cd.ts';
import { Installer } from './delivery/argo-cd/installer.ts';
import { GitApplication } from './delivery/git-application.ts';
import { PlatformProject } from './delivery/platform-project.ts';
import { waveOf } from './delivery/waves.ts';
import { LocalDirectories, LocalStorage } from './local-storage/index.ts';
import { MonitoringStack } from './monitoring-stack/index.ts';

/** Builds everything that a site runs: one chart for each folder of `dist/`. */
export function buildPlatform(app: App, site: Site): void {
  new Namespaces(new Chart(app, 'cluster'), 'Namespaces', Object.values(platformNamespaces));
  buildStorage(app, site);
  buildMonitoring(app, site);
  buildDelivery(app, site);
}

function folder(app: App, id: string, namespace: keyof typeof platformNamespaces): Chart {
  return new Chart(app, id, { namespace: platformNamespaces[namespace].name, disableResourceNameHashes: true });
}

function buildStorage(app: App, site: Site): void {
  const chart = folder(app, 'storage', 'storage');
  const planned = volumes(site);
  for (const node of Object.keys(site.cloud.nodes)) {
    const here = planned.filter((volume) => volume.node === node);
    const root = site.storage.directory;
    if (here.length > 0) new LocalDirectories(chart, `Directories ${node}`, { node, root, volumes: here });
  }
}

function buildMonitoring(app: App, site: Site): void {
  const chart = folder(app, 'monitoring', 'monitoring');
  const plan = volumes(site).find(({ name }) => name === 'metrics') as VolumePlan;
  const storage = new LocalStorage(chart, 'Metrics storage', { ...plan, size: Size.mebibytes(plan.size.mebibytes) });
  const retention = Duration.hours(site.monitoring.retention.hours);
  new MonitoringStack(chart, 'Monitoring', { retention, storage, user: plan.owner });
}

/** Comes last: it has an Application for every folder that is there. */
function buildDelivery(app: App, site: Site): void {
  const { name: home } = platformNamespaces.delivery;
  const bootstrap = folder(app, 'bootstrap', 'delivery');
  const namespaces = Object.values(platformNamespaces).map(({ name }) => name);
  new PlatformProject(bootstrap, 'Project', site, namespaces);
  const root = { name: 'root', git: site.git, folder: 'apps', namespace: home, wave: 0, ignoreHealth: true };
  new GitApplication(bootstrap, 'Root', root);

  const followed = [...app.charts];
  const apps = folder(app, 'apps', 'delivery');
  for (const { node, namespace = home } of followed) {
    const { id } = node;
    new GitApplication(apps, id, { name: id, git: site.git, folder: id, namespace, wave: waveOf(id) });
  }
  new ArgoCd(apps, 'Argo CD', site);

  // Applied once by `npm run bootstrap` and followed by nobody.
  new Installer(folder(app, 'install', 'delivery'), 'Installer', site);
}
