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
import { type AlertPlan, ownedAlerts } from './owned-alerts.ts';
import { PLATFORM, type TeamOwner } from './owners.ts';
import { DASHBOARDS_HOST } from './published.ts';
import { DASHBOARDS_SECRET } from './secrets.ts';
import type { StoragePlan } from './storage.ts';
import type { ServicePlan } from './teams/service-plan.ts';
import { type WatchedTeamPlan, watchedTeams } from './teams/watched.ts';
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

  /** What is watched of teams, each in each of its environments. */
  readonly teams: readonly WatchedTeamPlan[];
  readonly dashboards: DashboardsPlan;
}

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
  readonly own: OwnDashboards;

  /** Those of teams, by the name of the team, which is that of their folder. */
  readonly ofTeams: Readonly<Record<string, OwnDashboards>>;
}

/** Dashboards that somebody states, by their names. */
type OwnDashboards = NonNullable<Site['monitoring']['dashboards']>;

/** Alerts of a team in an environment, who hears of them, and what it shows. */
export interface TeamMonitoring extends TeamReceivers {
  readonly owner: TeamOwner;
  readonly alerts: readonly AlertPlan[];
  readonly dashboards: OwnDashboards;
}

/** What other parts of the plan have decided. */
export interface Decided {
  readonly storage: StoragePlan;
  readonly rented: RentedItems;
  readonly teams: readonly TeamMonitoring[];
  readonly services: readonly ServicePlan[];
  readonly dashboards: HostPlan | undefined;
}

/** The monitoring of a site. */
export function monitoringPlan(site: Site, decided: Decided): MonitoringPlan {
  const { storage, rented, teams, services, dashboards } = decided;
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
    routes: alertRoutes(receiversOf(monitoring.notify, site), teams, Object.keys(site.environments)[0] as string),
    ...(heartbeat && { heartbeat }),
    ocpus: Math.max(...Object.values(cloud.nodes).map(({ ocpus }) => ocpus)),
    // Only an account that is Pay As You Go can cost, and no machine of such an account is taken back.
    reclaimable: cloud.allowPaid === undefined,
    ...(cloud.allowPaid === undefined && {
      disks: { bootGb: total(rented.storageGb), allowedGb: cloud.allowance.storageGb },
    }),
    alerts: ownedAlerts(PLATFORM, alerts),
    teams: watchedTeams(teams, services),
    dashboards: dashboardsPlan(site, dashboards, teams),
  };
}

function dashboardsPlan(site: Site, host: HostPlan | undefined, teams: readonly TeamMonitoring[]): DashboardsPlan {
  const at = dashboardSignIn(site);
  return {
    url: `https://${hostName(site, DASHBOARDS_HOST)}`,
    ...(host && { host }),
    secret: DASHBOARDS_SECRET,
    ...(at && { signIn: { at, secret: DASHBOARD_SIGN_IN_SECRET } }),
    own: site.monitoring.dashboards ?? {},
    ofTeams: ofTeams(teams),
  };
}

/** The dashboards of teams that have any: a folder for each, whatever the number of its environments. */
function ofTeams(teams: readonly TeamMonitoring[]): DashboardsPlan['ofTeams'] {
  const stated = teams.filter(({ dashboards }) => Object.keys(dashboards).length > 0);
  return Object.fromEntries(stated.map(({ owner, dashboards }) => [owner.team, dashboards]));
}

function byName(volumes: readonly VolumePlan[]): MonitoringPlan['volumes'] {
  return Object.fromEntries(volumes.map((volume) => [volume.name, volume])) as MonitoringPlan['volumes'];
}

/** What must stay free on the disk on which one of these lies. */
function freeFor({ cloud }: Pick<Site, 'cloud'>, { node }: VolumePlan, name: 'metrics' | 'logs'): Size {
  const { bootVolumeGb } = cloud.nodes[node] as Site['cloud']['nodes'][string];
  return keptFree(bootVolumeGb, name);
}
