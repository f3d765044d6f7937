import type { Duration } from 'cdk8s';
import type { Alert } from '../rules/index.ts';
import type { Owners } from '../scrape/index.ts';

/** A team in an environment, whose namespace `TEAM-ENVIRONMENT` a stack watches. */
export interface WatchedTeam {
  readonly team: string;
  readonly environment: string;

  /** What it runs, by the names of its services. */
  readonly services: Readonly<Record<string, WatchedService>>;

  /**
   * Alerts of its own. Their queries see only what is the team's in this environment.
   *
   * @default - none
   */
  readonly alerts?: readonly Alert[];
}

/**
 * A service of a team: a Deployment of its name, and further processes whose Deployments and CronJobs have its name, two
 * hyphens and their own.
 */
export interface WatchedService {
  /**
   * The process that answers requests.
   *
   * @default - none: nobody calls it
   */
  readonly web?: WatchedWeb;

  /**
   * CronJobs by their names, with the time after a success at which the next one is late.
   *
   * @default - none
   */
  readonly cron?: Readonly<Record<string, Duration>>;

  /**
   * Alerts of its own. Their queries see only what is this service's in this environment.
   *
   * @default - none
   */
  readonly alerts?: readonly Alert[];
}

/** A process that answers requests. */
export interface WatchedWeb {
  /**
   * The time in which it has warmed up.
   *
   * @default - it needs none
   */
  readonly warmWithin?: Duration;
}

/** Whose series are whose. */
export function ownersOf(teams: readonly WatchedTeam[]): Owners {
  const byEnvironment = new Map<string, string[]>();
  for (const { environment, team } of teams) {
    byEnvironment.set(environment, [...(byEnvironment.get(environment) ?? []), team]);
  }
  return {
    teams: Object.fromEntries(byEnvironment),
    services: [...new Set(teams.flatMap(({ services }) => Object.keys(services)))].sort(),
  };
}
