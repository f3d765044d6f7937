import { type Chart, Duration, Size } from 'cdk8s';
import { LocalStorage } from '../constructs/local-storage/index.ts';
import {
  type ExpectedParts,
  freeTierPart,
  homePart,
  type MonitoringPart,
  MonitoringStack,
  type OwnedVolume,
  type Receivers,
} from '../constructs/monitoring-stack/index.ts';
import { nodeAgentsPart } from '../constructs/node-agents/index.ts';
import { ResourceMetrics } from '../constructs/resource-metrics/index.ts';
import { BLOCK_VOLUME_DRIVER } from '../kubernetes/block-volumes.ts';
import { INGRESS_CONTROLLERS } from '../kubernetes/ingress-controllers/index.ts';
import { STORAGE_NODE } from '../kubernetes/labels.ts';
import {
  BEFORE_PRESSURE,
  type ChannelName,
  type Plan,
  PRESSURE_PERCENT,
  SIGN_ON,
  SMALLEST_BLOCK_VOLUME_GB,
  type VolumePlan,
} from '../site/plan/index.ts';
import { healthIgnored } from './argo-cd/ignored-health.ts';
import { argoCdPart } from './argo-cd/index.ts';
import { kept } from './argo-cd/kept.ts';
import type { Build } from './folder.ts';
import { publish } from './publish.ts';
import { EXTERNAL_SECRETS } from './secrets/external-secrets.ts';
import { stated, watchedTeam } from './watched-team.ts';

/** Metrics, logs, alerts and dashboards, and the way in for people. */
export const buildMonitoring: Build = (chart, plan) => {
  const { retention, logRetention, keptFree, heartbeat, alerts, dashboards } = plan.monitoring;
  const stack = new MonitoringStack(chart, 'Monitoring', {
    retention: Duration.hours(retention.hours),
    logRetention: Duration.hours(logRetention.hours),
    storage: storageOf(chart, plan),
    keptFree: { metrics: sizeOf(keptFree.metrics), logs: sizeOf(keptFree.logs) },
    receivers: receivers(plan),
    routes: plan.monitoring.routes.slice(1),
    heartbeat,
    parts: partsOf(plan),
    expected: expectedParts(plan),
    fullDisk: { pressurePercent: PRESSURE_PERCENT, toldBefore: Size.mebibytes(BEFORE_PRESSURE.alert) },
    alerts: alerts.map(stated),
    teams: plan.monitoring.teams.map(watchedTeam),
    dashboards: dashboards.own,
    teamDashboards: dashboards.ofTeams,
    dashboardsUrl: dashboards.url,
    dashboardsSecret: dashboards.secret,
    dashboardsSignIn: dashboards.signIn,
  });
  // The API stands beside the namespaces and is there before the process that answers for it.
  healthIgnored(new ResourceMetrics(chart, 'Resource metrics').api);
  const { service } = stack.dashboards;
  if (dashboards.host) publish(chart, 'Dashboards', plan, dashboards.host, { service });
};

/** Who hears of alerts: a channel that the stack does not know does not compile. */
function receivers({ monitoring }: Plan): Pick<Receivers, ChannelName> {
  return monitoring.routes[0].receivers;
}

/** What is watched besides the cluster. */
function partsOf({ monitoring }: Plan): MonitoringPart[] {
  const { homeTargets, homeServices, gateway, ocpus, reclaimable, disks } = monitoring;
  const clouds = { smallestGb: SMALLEST_BLOCK_VOLUME_GB, driver: BLOCK_VOLUME_DRIVER };
  return [
    nodeAgentsPart,
    argoCdPart,
    homePart({ targets: homeTargets, services: homeServices, gateway }),
    ...(reclaimable
      ? [freeTierPart({ ocpus, gateway: gateway !== undefined, disks: disks && { ...disks, ...clouds } })]
      : []),
  ];
}

/** What a site is missed of, beside the stack and its parts, which say that themselves. */
export function expectedParts({ signOn, secrets }: Plan): ExpectedParts {
  return {
    scraped: ['cert-manager', ...(signOn ? [SIGN_ON] : [])],
    // By the name of its purpose: the rules of the edge are the same, whichever controller it has.
    oneOf: { edge: INGRESS_CONTROLLERS },
    deployments: secrets.vault ? [EXTERNAL_SECRETS] : [],
  };
}

function storageOf(chart: Chart, { monitoring: { volumes } }: Plan) {
  return {
    metrics: stored(chart, volumes.metrics),
    logs: stored(chart, volumes.logs),
    alerts: stored(chart, volumes.alerts),
    dashboards: stored(chart, volumes.dashboards),
  };
}

function stored(chart: Chart, { name, node, directory, user, size: planned }: VolumePlan): OwnedVolume {
  const size = sizeOf(planned);
  const place = { name, node, nodeLabel: STORAGE_NODE, directory };
  const storage = new LocalStorage(chart, `Storage ${name}`, { ...place, size, owner: user });
  for (const object of storage.objects) kept(object);
  return storage;
}

function sizeOf({ mebibytes }: VolumePlan['size']): Size {
  return Size.mebibytes(mebibytes);
}
