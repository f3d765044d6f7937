import { type Chart, Duration, Size } from 'cdk8s';
import { LocalStorage } from '../constructs/local-storage/index.ts';
import {
  type ExpectedParts,
  MonitoringStack,
  type OwnedVolume,
  parts,
  type Receivers,
} from '../constructs/monitoring-stack/index.ts';
import { STORAGE_NODE } from '../kubernetes/labels.ts';
import { type ChannelName, type Plan, SIGN_ON, type VolumePlan } from '../site/plan/index.ts';
import { kept } from './delivery/kept.ts';
import type { Build } from './folder.ts';
import { publish } from './publish.ts';
import { EXTERNAL_SECRETS } from './secrets/external-secrets.ts';

/** Metrics, logs, alerts and dashboards, and the way in for people. */
export const buildMonitoring: Build = (chart, plan) => {
  const { retention, logRetention, keptFree, routes: _, alerts, dashboards, ...rest } = plan.monitoring;
  const stack = new MonitoringStack(chart, 'Monitoring', {
    ...rest,
    retention: Duration.hours(retention.hours),
    logRetention: Duration.hours(logRetention.hours),
    storage: storageOf(chart, plan),
    keptFree: { metrics: sizeOf(keptFree.metrics), logs: sizeOf(keptFree.logs) },
    home: rest.homeTargets,
    receivers: receivers(plan),
    parts: expectedParts(plan),
    alerts: alerts.map(({ owner: _, ...alert }) => alert),
    dashboards: dashboards.own,
    dashboardsUrl: dashboards.url,
    dashboardsSecret: dashboards.secret,
    dashboardsSignIn: dashboards.signIn,
  });
  const { service } = stack.dashboards;
  if (dashboards.host) publish(chart, 'Dashboards', plan, dashboards.host, { service });
};

/** Who hears of alerts: a channel that the stack does not know does not compile. */
function receivers({ monitoring }: Plan): Pick<Receivers, ChannelName> {
  return monitoring.routes[0].receivers;
}

/** The parts that this site has and others have not. */
function expectedParts({ monitoring, signOn, secrets }: Plan): ExpectedParts {
  return {
    scraped: [...(monitoring.homeServices ? [parts.prober.name] : []), ...(signOn ? [SIGN_ON] : [])],
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
