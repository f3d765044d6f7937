import { type App, Chart, Size } from 'cdk8s';
import type { Site } from '../site/index.ts';
import type { SiteOutputs } from '../site/outputs.ts';
import { edgePlan } from '../site/plan/edge.ts';
import { DELIVERY } from '../site/plan/gitops.ts';
import { hostName } from '../site/plan/hosts.ts';
import { announcingNetworks, loadBalancers } from '../site/plan/load-balancers.ts';
import { namespacesOf, ownNamespaces, platformNamespaces, SYSTEM_NAMESPACE } from '../site/plan/namespaces.ts';
import { priorities } from '../site/plan/priorities.ts';
import { SIGN_ON } from '../site/plan/sign-on.ts';
import { uploadSeconds } from '../site/plan/uploads.ts';
import { volumes } from '../site/plan/volumes.ts';
import { OwnNamespace, User } from './access/index.ts';
import { certManagerApplication, LetsEncrypt } from './certificates/index.ts';
import { Namespaces } from './cluster/namespaces.ts';
import { Priorities } from './cluster/priorities.ts';
import { ArgoCd } from './delivery/argo-cd/argo-cd.ts';
import { Installer } from './delivery/argo-cd/installer.ts';
import { GitApplication } from './delivery/git-application.ts';
import { HelmApplication, type HelmApplicationProps } from './delivery/helm-application.ts';
import { PlatformProject } from './delivery/platform-project.ts';
import { waveOf } from './delivery/waves.ts';
import { Edge, edgeApplication, edgeTargets } from './edge/index.ts';
import { hasDelivery, publishArgoCd } from './gitops.ts';
import { HomeService } from './home-services/index.ts';
import { LocalDirectories } from './local-storage/index.ts';
import { buildMonitoring, buildNodeAgents, publishDashboards } from './monitoring.ts';
import { externalSecretsApplication } from './secrets/index.ts';
import { buildSecrets } from './secrets.ts';
import { exposureOf, guardOf, limitsOf, timeoutsOf } from './service-access.ts';
import { SignOn } from './sign-on/index.ts';
import { charts } from './versions.ts';

/**
 * Builds everything that a site runs: one chart for each folder of `dist/`.
 *
 * @param outputs what the infrastructure handed over; absent before it is built
 */
export function buildPlatform(app: App, site: Site, outputs?: SiteOutputs): void {
  const cluster = new Chart(app, 'cluster');
  new Namespaces(cluster, 'Namespaces', namespacesOf(site));
  new Priorities(cluster, 'Priorities', priorities(site));
  buildStorage(app, site);
  buildSignOn(app, site);
  buildHomeServices(app, site);
  const monitoring = folder(app, 'monitoring', 'monitoring');
  publishDashboards(monitoring, site, buildMonitoring(monitoring, site));
  buildNodeAgents(folder(app, 'node-agents', 'nodeAgents'), site);
  buildAccess(app, site);
  if (hasDelivery(site)) publishArgoCd(folder(app, DELIVERY, 'delivery'), site);
  buildSecrets(app, site, () => folder(app, 'secrets', 'secrets'));
  const controller = buildEdge(app, site, outputs);
  const certificates = buildCertificates(app, site);
  const secrets = site.secrets.backend === 'oci-vault' ? [externalSecretsApplication()] : [];
  buildDelivery(app, site, [certificates, controller, ...secrets]);
}

function folder(app: App, id: string, namespace: keyof typeof platformNamespaces): Chart {
  return new Chart(app, id, { namespace: platformNamespaces[namespace].name, disableResourceNameHashes: true });
}

function buildAccess(app: App, site: Site): void {
  const { access } = site;
  if (!access) return;
  const chart = folder(app, 'access', 'access');
  const ranks = priorities(site).map(({ name }) => name);
  for (const namespace of ownNamespaces(site)) {
    new OwnNamespace(chart, `Namespace ${namespace}`, { namespace, ranks });
  }
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

function buildSignOn(app: App, site: Site): void {
  const { domain, signOn } = site;
  if (!signOn) return;
  const chart = folder(app, SIGN_ON, 'signOn');
  new SignOn(chart, 'Sign-on', { edge: edgePlan(site), domain, host: hostName(site, signOn.host), signOn });
}

function buildHomeServices(app: App, site: Site): void {
  const services = Object.entries(site.home?.services ?? {});
  if (services.length === 0) return;
  const chart = folder(app, 'home', 'home');
  const edge = edgePlan(site);
  for (const [name, service] of services) {
    const { address: endpoint, protocol, host = name, largestUpload } = service;
    new HomeService(chart, `Service ${name}`, {
      edge,
      name,
      endpoint,
      protocol,
      host: hostName(site, host),
      exposure: exposureOf(service),
      guard: guardOf(site, service),
      limits: limitsOf(service),
      timeouts: timeoutsOf(service.timeouts),
      ...(largestUpload && { largestUpload: Size.mebibytes(largestUpload.mebibytes) }),
    });
  }
}

function buildEdge(app: App, site: Site, outputs?: SiteOutputs): HelmApplicationProps {
  const { controller } = site.edge;
  const plans = loadBalancers(site, outputs);
  new Edge(folder(app, 'edge', 'edge'), 'Edge', { loadBalancers: plans, targets: edgeTargets(controller) });
  const announcing = announcingNetworks(plans);
  return edgeApplication(controller, { announcing, uploadSeconds: uploadSeconds(site) }, app);
}

function buildCertificates(app: App, { contact, certificates }: Site): HelmApplicationProps {
  new LetsEncrypt(folder(app, 'certificates', 'certificates'), "Let's Encrypt", {
    contact,
    used: certificates,
  });
  return certManagerApplication();
}

/** Comes last: it has an Application for every folder that is there. */
function buildDelivery(app: App, site: Site, helm: readonly HelmApplicationProps[]): void {
  const { name: argocd } = platformNamespaces.delivery;
  const bootstrap = folder(app, 'bootstrap', 'delivery');
  // metrics-server has a role there that the cluster brings with it.
  const namespaces = new Set([...namespacesOf(site).map(({ name }) => name), SYSTEM_NAMESPACE]);
  const repositories = [charts.argoCd, ...helm.map(({ chart }) => chart)].map(({ repository }) => repository);
  new PlatformProject(bootstrap, 'Project', { site, namespaces: [...namespaces], charts: repositories });
  const root = { name: 'root', git: site.git, folder: 'apps', namespace: argocd, wave: 0, ignoreHealth: true };
  new GitApplication(bootstrap, 'Root', { ...root, readsSecret: site.git.secret });

  const followed = [...app.charts];
  const apps = folder(app, 'apps', 'delivery');
  for (const { node, namespace = argocd } of followed) {
    const { id } = node;
    new GitApplication(apps, id, { name: id, git: site.git, folder: id, namespace, wave: waveOf(id) });
  }
  for (const props of helm) new HelmApplication(apps, props.name, props);
  new ArgoCd(apps, 'Argo CD', site);

  // Applied once by `npm run bootstrap` and followed by nobody.
  new Installer(folder(app, 'install', 'delivery'), 'Installer', site);
}
