import { Duration } from 'cdk8s';
import type { Alert, WatchedService, WatchedTeam } from '../constructs/monitoring-stack/index.ts';
import type { AlertPlan, WatchedServicePlan, WatchedTeamPlan } from '../site/plan/index.ts';

/** A team as monitoring watches it. */
export function watchedTeam({ owner, services, alerts }: WatchedTeamPlan): WatchedTeam {
  return {
    team: owner.team,
    environment: owner.environment,
    services: mapped(services, watchedService),
    alerts: alerts.map(stated),
  };
}

/** An alert without whom it belongs to: the group that it is in says so. */
export function stated({ owner: _, ...alert }: AlertPlan): Alert {
  return alert;
}

function watchedService({ web, cronLateSeconds, alerts }: WatchedServicePlan): WatchedService {
  const warmWithin = web?.warmSeconds === undefined ? {} : { warmWithin: Duration.seconds(web.warmSeconds) };
  return {
    ...(web && { web: warmWithin }),
    cron: mapped(cronLateSeconds, (seconds) => Duration.seconds(seconds)),
    alerts: alerts.map(stated),
  };
}

/** Each entry of a group made into something else, under the same name. */
function mapped<From, To>(group: Readonly<Record<string, From>>, make: (one: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(group).map(([name, one]) => [name, make(one)]));
}
