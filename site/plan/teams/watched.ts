import { STARTING_DEADLINE_SECONDS } from '../../../kubernetes/cron-jobs.ts';
import { type AlertPlan, ownedAlerts } from '../owned-alerts.ts';
import type { TeamOwner } from '../owners.ts';
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

/** What a team states, and what it runs, in an environment. */
interface Watched {
  readonly owner: TeamOwner;
  readonly alerts: readonly AlertPlan[];
  readonly services: readonly ServicePlan[];
}

/** What is watched of a team: what it states, and what its services do. */
export function watchedTeam({ owner, alerts, services }: Watched): WatchedTeamPlan {
  return { owner, alerts, services: Object.fromEntries(services.map((service) => [service.name, watched(service)])) };
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
