import { type AlertPlan, ownedAlerts } from '../owned-alerts.ts';
import { ownerName, type TeamOwner } from '../owners.ts';
import { longestGap } from './cron-gap.ts';
import { processName, type ServicePlan } from './service-plan.ts';

/** What is watched of a team in an environment. */
export interface WatchedTeamPlan {
  readonly owner: TeamOwner;

  /** Alerts of the team itself. */
  readonly alerts: readonly AlertPlan[];

  /** Its services, by their names. */
  readonly services: Readonly<Record<string, WatchedServicePlan>>;
}

/** What is watched of a service. */
export interface WatchedServicePlan {
  /**
   * The process that answers requests.
   *
   * @default - none: nobody calls it
   */
  readonly web?: { readonly warmSeconds?: number };

  /** Seconds after a success at which the next one of each CronJob is late, by the name of the CronJob. */
  readonly cronLateSeconds: Readonly<Record<string, number>>;
  readonly alerts: readonly AlertPlan[];
}

/** Seconds within which Kubernetes may still start a run that it missed: the starting deadline of every CronJob of a team. */
export const STARTING_DEADLINE_SECONDS = 300;

/** What is watched of teams: what they state, and what their services do. */
export function watchedTeams(
  teams: readonly Pick<WatchedTeamPlan, 'owner' | 'alerts'>[],
  services: readonly ServicePlan[],
): WatchedTeamPlan[] {
  const byOwner: Record<string, Record<string, WatchedServicePlan>> = {};
  for (const service of services) {
    const owner = ownerName(service.owner);
    byOwner[owner] ??= {};
    byOwner[owner][service.name] = watched(service);
  }
  return teams.map(({ owner, alerts }) => ({ owner, alerts, services: byOwner[ownerName(owner)] ?? {} }));
}

function watched({ owner, name, web, cron, alerts = {} }: ServicePlan): WatchedServicePlan {
  const late = Object.entries(cron).map(([process, { schedule, zone, withinSeconds }]) => [
    processName(name, process),
    longestGap(schedule, zone) + STARTING_DEADLINE_SECONDS + withinSeconds,
  ]);
  const warm = web?.health.warm;
  return {
    ...(web && { web: { ...(warm && { warmSeconds: warm.withinSeconds }) } }),
    cronLateSeconds: Object.fromEntries(late),
    alerts: ownedAlerts(owner, alerts),
  };
}
