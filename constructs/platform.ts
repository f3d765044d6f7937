import { type App, Chart } from 'cdk8s';
import type { Site } from '../site/index.ts';
import { type NamespacePlan, platformNamespaces } from '../site/plan/namespaces.ts';
import { volumes } from '../site/plan/volumes.ts';
import { User } from './access/index.ts';
import { Namespaces } from './cluster/namespaces.ts';
import { ArgoCd } from './delivery/argo-cd/argo-cd.ts';
import { Installer } from './delivery/argo-cd/installer.ts';
import { GitApplication } from './delivery/git-application.ts';
import { HelmApplication } from './delivery/helm-application.ts';
import { PlatformProject } from './delivery/platform-project.ts';
import { waveOf } from './delivery/waves.ts';
import { LocalDirectories } from './local-storage/index.ts';
import { buildMonitoring, buildNodeAgents } from './monitoring.ts';
import { externalSecretsApplication } from './secrets/index.ts';
import { buildSecrets } from './secrets.ts';
import { charts } from './versions.ts';

/** Builds everything that a site runs: one chart for each folder of `dist/`. */
export function buildPlatform(app: App, site: Site): void {
  new Namespaces(new Chart(app, 'cluster'), 'Namespaces', namespacesOf(site));
  buildStorage(app, site);
  buildMonitoring(folder(app, 'monitoring', 'monitoring'), site);
  buildNodeAgents(folder(app, 'node-agents', 'nodeAgents'), site);
  buildAccess(app, site);
  buildSecrets(app, site, () => folder(app, 'secrets', 'secrets'));
  buildDelivery(app, site);
}

function folder(app: App, id: string, namespace: keyof typeof platformNamespaces): Chart {
  return new Chart(app, id, { namespace: platformNamespaces[namespace].name, disableResourceNameHashes: true });
}

/** The namespaces that a site needs. */
function namespacesOf({ access, secrets }: Site): NamespacePlan[] {
  const { access: users, secrets: vault, ...always } = platformNamespaces;
  return [...Object.values(always), ...(access ? [users] : []), ...(secrets.backend === 'oci-vault' ? [vault] : [])];
}

function buildAccess(app: App, { access }: Site): void {
  if (!access) return;
  const chart = folder(app, 'access', 'access');
  for (const [name, { role, namespaces, token }] of Object.entries(access)) {
    new User(chart, `User ${name}`, { name, role, namespaces, longLived: token === 'long-lived' });
  }
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

/** Comes last: it has an Application for every folder that is there. */
function buildDelivery(app: App, site: Site): void {
  const { name: home } = platformNamespaces.delivery;
  const bootstrap = folder(app, 'bootstrap', 'delivery');
  // metrics-server has a role there that the cluster brings with it.
  const users = Object.values(site.access ?? {}).flatMap(({ namespaces = [] }) => namespaces);
  const namespaces = new Set([...namespacesOf(site).map(({ name }) => name), 'kube-system', ...users]);
  const vault = site.secrets.backend === 'oci-vault';
  const repositories = [charts.argoCd.repository, ...(vault ? [charts.externalSecrets.repository] : [])];
  new PlatformProject(bootstrap, 'Project', site, [...namespaces], repositories);
  const root = { name: 'root', git: site.git, folder: 'apps', namespace: home, wave: 0, ignoreHealth: true };
  new GitApplication(bootstrap, 'Root', root);

  const followed = [...app.charts];
  const apps = folder(app, 'apps', 'delivery');
  for (const { node, namespace = home } of followed) {
    const { id } = node;
    new GitApplication(apps, id, { name: id, git: site.git, folder: id, namespace, wave: waveOf(id) });
  }
  new ArgoCd(apps, 'Argo CD', site);
  if (vault) new HelmApplication(apps, 'External Secrets', externalSecretsApplication());

  // Applied once by `npm run bootstrap` and followed by nobody.
  new Installer(folder(app, 'install', 'delivery'), 'Installer', site);
}
