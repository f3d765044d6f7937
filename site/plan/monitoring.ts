import { receiversOf } from '../channels/index.ts';
import type { Size, Span } from '../fields/quantities.ts';
import type { Site } from '../site.ts';
import { type AlertRoute, alertRoutes, type TeamReceivers } from './alert-routes.ts';
import { type RentedItems, total } from './allowance.ts';
import { DASHBOARD_SIGN_IN_SECRET, type DashboardSignIn, dashboardSignIn } from './dashboard-sign-in.ts';
import { gatewayMetrics } from './gateway-metrics.ts';
import type { HostPlan } from './host-plan.ts';
import { hostName } from './hosts.ts';
import { keptFree } from './node-disk.ts';
import { type Owner, PLATFORM } from './owners.ts';
import { DASHBOARDS_HOST } from './published.ts';
import { DASHBOARDS_SECRET } from './secrets.ts';
import type { StoragePlan } from './storage.ts';
import type { VolumeName, VolumePlan } from './volumes.ts';

/** What is measured, kept, watched and told. */
export interface MonitoringPlan {
  readonly retention: Span;
  readonly logRetention: Span;

  /** Where the parts keep what they keep. */
  readonly volumes: Readonly<Record<VolumeName, VolumePlan>>;

  /** What must stay free on the disk beneath metrics and logs. */
  readonly keptFree: { readonly metrics: Size; readonly logs: Size };

  /** Machines at home that give out metrics, by name. */
  readonly homeTargets: Readonly<Record<string, string>>;

  /** Whether there are services at home, which are probed. */
  readonly homeServices: boolean;

  /**
   * Address at which the gateway gives out its metrics.
   *
   * @default - none: nobody watches it
   */
  readonly gateway?: string;

  /** Who hears of the alerts of each owner, that of the platform first. */
  readonly routes: readonly [AlertRoute, ...AlertRoute[]];

  /**
   * Secret with the outside address that misses us when nothing comes.
   *
   * @default - none
   */
  readonly heartbeat?: string;

  /** OCPUs of the largest node. */
  readonly ocpus: number;

  /** Whether the cloud may take idle machines back. */
  readonly reclaimable: boolean;

  /**
   * What boot volumes come to, and how much disk costs nothing.
   *
   * @default - the site may cost, and nobody is told
   */
  readonly disks?: { readonly bootGb: number; readonly allowedGb: number };

  /** Alerts of the site's own. */
  readonly alerts: readonly AlertPlan[];
  readonly dashboards: DashboardsPlan;
}

type StatedAlert = NonNullable<Site['monitoring']['alerts']>[string];

/** An alert of a site's own, and whose it is. */
export type AlertPlan = StatedAlert & { readonly alert: string; readonly owner: Owner };

/** Grafana. */
export interface DashboardsPlan {
  /** Address under which people open it, published or not. */
  readonly url: string;

  /**
   * Where it is published.
   *
   * @default - nowhere
   */
  readonly host?: HostPlan;

  /** Secret with its administrator. */
  readonly secret: string;

  /**
   * How people sign in, and the Secret for it.
   *
   * @default - by a name and a password of Grafana's own
   */
  readonly signIn?: { readonly at: DashboardSignIn; readonly secret: string };

  /** Dashboards of the site's own. */
  readonly own: NonNullable<Site['monitoring']['dashboards']>;
}

/** Alerts of a team, and who hears of them. */
export interface TeamAlerts extends TeamReceivers {
  readonly alerts: readonly AlertPlan[];
}

/** What other parts of the plan have decided. */
export interface Decided {
  readonly storage: StoragePlan;
  readonly rented: RentedItems;
  readonly teams: readonly TeamAlerts[];
  readonly dashboards: HostPlan | undefined;
}

/** The monitoring of a site. */
export function monitoringPlan(site: Site, { storage, rented, teams, dashboards }: Decided): MonitoringPlan {
  const { monitoring, home, cloud } = site;
  const { retention, logs, heartbeat, alerts = {} } = monitoring;
  const volumes = byName(storage.volumes);
  const gateway = gatewayMetrics(site);
  return {
    retention,
    logRetention: logs.retention,
    volumes,
    keptFree: { metrics: freeFor(site, volumes.metrics, 'metrics'), logs: freeFor(site, volumes.logs, 'logs') },
    homeTargets: home?.targets ?? {},
    homeServices: Object.keys(home?.services ?? {}).length > 0,
    ...(gateway && { gateway }),
    routes: alertRoutes(receiversOf(monitoring.notify, site), teams),
    ...(heartbeat && { heartbeat }),
    ocpus: Math.max(...Object.values(cloud.nodes).map(({ ocpus }) => ocpus)),
    // Only an account that is Pay As You Go can cost, and no machine of such an account is taken back.
    reclaimable: cloud.allowPaid === undefined,
    ...(cloud.allowPaid === undefined && {
      disks: { bootGb: total(rented.storageGb), allowedGb: cloud.allowance.storageGb },
    }),
    alerts: [...ownedAlerts(PLATFORM, alerts), ...teams.flatMap((team) => team.alerts)],
    dashboards: dashboardsPlan(site, dashboards),
  };
}

/** The alerts that an owner states. */
export function ownedAlerts(owner: Owner, alerts: NonNullable<Site['monitoring']['alerts']>): AlertPlan[] {
  return Object.entries(alerts).map(([alert, rest]) => ({ alert, ...rest, owner }));
}

function dashboardsPlan(site: Site, host: HostPlan | undefined): DashboardsPlan {
  const at = dashboardSignIn(site);
  return {
    url: `https://${hostName(site, DASHBOARDS_HOST)}`,
    ...(host && { host }),
    secret: DASHBOARDS_SECRET,
    ...(at && { signIn: { at, secret: DASHBOARD_SIGN_IN_SECRET } }),
    own: site.monitoring.dashboards ?? {},
  };
}

function byName(volumes: readonly VolumePlan[]): MonitoringPlan['volumes'] {
  return Object.fromEntries(volumes.map((volume) => [volume.name, volume])) as MonitoringPlan['volumes'];
}

/** What must stay free on the disk on which one of these lies. */
function freeFor({ cloud }: Pick<Site, 'cloud'>, { node }: VolumePlan, name: 'metrics' | 'logs'): Size {
  const { bootVolumeGb } = cloud.nodes[node] as Site['cloud']['nodes'][string];
  return keptFree(bootVolumeGb, name);
}
