import { type Chart, Duration, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { type ChannelName, receiversOf } from '../site/channels/index.ts';
import type { Site } from '../site/index.ts';
import { askedBy, total } from '../site/plan/allowance.ts';
import { DASHBOARD_SIGN_IN_SECRET, dashboardSignIn } from '../site/plan/dashboard-sign-in.ts';
import { edgePlan } from '../site/plan/edge.ts';
import { gatewayMetrics } from '../site/plan/gateway-metrics.ts';
import { hostName } from '../site/plan/hosts.ts';
import { platformNamespaces } from '../site/plan/namespaces.ts';
import { keptFree } from '../site/plan/node-disk.ts';
import { DASHBOARDS_HOST } from '../site/plan/published.ts';
import { DASHBOARDS_SECRET } from '../site/plan/secrets.ts';
import { SIGN_ON } from '../site/plan/sign-on.ts';
import { type VolumeName, type VolumePlan, volumes } from '../site/plan/volumes.ts';
import { LocalStorage } from './local-storage/index.ts';
import {
  type DiskAllowance,
  type ExpectedParts,
  MonitoringStack,
  type OwnedVolume,
  parts,
  type Receivers,
  urlFrom,
} from './monitoring-stack/index.ts';
import { LogCollector, NodeMetrics } from './node-agents/index.ts';
import { EXTERNAL_SECRETS } from './secrets/index.ts';
import { Exposure, Guard, SecureIngress } from './secure-ingress/index.ts';

/** Metrics, logs, alerts and dashboards of a site, in the words of its constructs. */
export function buildMonitoring(chart: Chart, site: Site): MonitoringStack {
  const { retention, logs, heartbeat, alerts = {}, dashboards = {} } = site.monitoring;
  const signIn = dashboardSignIn(site);
  return new MonitoringStack(chart, 'Monitoring', {
    retention: Duration.hours(retention.hours),
    logRetention: Duration.hours(logs.retention.hours),
    storage: {
      metrics: stored(chart, site, 'metrics'),
      logs: stored(chart, site, 'logs'),
      alerts: stored(chart, site, 'alerts'),
      dashboards: stored(chart, site, 'dashboards'),
    },
    keptFree: { metrics: keptFreeFor(site, 'metrics'), logs: keptFreeFor(site, 'logs') },
    home: site.home?.targets ?? {},
    homeServices: site.home?.services !== undefined,
    gateway: gatewayMetrics(site),
    receivers: receivers(site),
    heartbeat,
    ocpus: Math.max(...Object.values(site.cloud.nodes).map(({ ocpus }) => ocpus)),
    // Only an account that is Pay As You Go can cost, and no machine of such an account is taken back.
    reclaimable: site.cloud.allowPaid === undefined,
    disks: diskAllowance(site),
    parts: expectedParts(site),
    alerts: Object.entries(alerts).map(([alert, rest]) => ({ alert, ...rest })),
    dashboards,
    dashboardsUrl: `https://${hostName(site, DASHBOARDS_HOST)}`,
    dashboardsSecret: DASHBOARDS_SECRET,
    dashboardsSignIn: signIn && { at: signIn, secret: DASHBOARD_SIGN_IN_SECRET },
  });
}

/** Who hears of alerts: a channel that the stack does not know does not compile. */
function receivers({ monitoring, contact, domain }: Site): Pick<Receivers, ChannelName> {
  return receiversOf(monitoring.notify, { contact, domain });
}

/** The parts that this site has and others have not. */
function expectedParts({ home, signOn, secrets }: Site): ExpectedParts {
  return {
    scraped: [...(home?.services ? [parts.prober.name] : []), ...(signOn ? [SIGN_ON] : [])],
    deployments: secrets.backend === 'oci-vault' ? [EXTERNAL_SECRETS] : [],
  };
}

/** What boot volumes come to, and how much disk costs nothing; nothing to watch where it may cost. */
function diskAllowance(site: Site): DiskAllowance | undefined {
  const { allowance, allowPaid } = site.cloud;
  if (allowPaid !== undefined) return undefined;
  return { bootGb: total(askedBy(site).storageGb), allowedGb: allowance.storageGb };
}

/** The way in for people: by the site's sign-on, or from home. Grafana asks who they are besides. */
export function publishDashboards(chart: Chart, site: Site, { dashboards }: MonitoringStack): void {
  const { home, signOn } = site;
  if (!home && !signOn) return;
  new SecureIngress(chart, 'Dashboards', {
    edge: edgePlan(site),
    host: hostName(site, DASHBOARDS_HOST),
    backend: { service: dashboards.service, port: parts.dashboards.port },
    exposure: signOn ? Exposure.PUBLIC : Exposure.HOME,
    guard: signOn ? Guard.signOn({ groups: [], mails: [] }) : Guard.none(),
  });
}

/** What must stay free on the disk on which one of these lies. */
function keptFreeFor(site: Site, name: 'metrics' | 'logs'): Size {
  const { bootVolumeGb } = site.cloud.nodes[planOf(site, name).node] as Site['cloud']['nodes'][string];
  return Size.mebibytes(keptFree(bootVolumeGb, name).mebibytes);
}

function planOf(site: Site, name: VolumeName): VolumePlan {
  return volumes(site).find((volume) => volume.name === name) as VolumePlan;
}

function stored(scope: Construct, site: Site, name: VolumeName): OwnedVolume {
  const plan = planOf(site, name);
  const size = Size.mebibytes(plan.size.mebibytes);
  const { volume } = new LocalStorage(scope, `Storage ${name}`, { ...plan, size });
  return { volume, owner: plan.owner, size };
}

/** What runs on every node for the sake of monitoring. */
export function buildNodeAgents(chart: Chart, site: Site): void {
  new NodeMetrics(chart, 'Node metrics');
  new LogCollector(chart, 'Log collector', {
    store: urlFrom(parts.logs, platformNamespaces.monitoring.name),
    positions: `${site.storage.directory}/log-positions`,
  });
}
