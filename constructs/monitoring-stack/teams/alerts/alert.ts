import type { Alert } from '../../rules/index.ts';
import type { WatchedTeam } from '../team.ts';

/**
 * Alerts that a team has without stating them, for all of its services in one environment.
 *
 * The queries see only what is the team's there, and yield one series for a service at most, or for one of its processes.
 */
export type AlertsOf = (team: WatchedTeam) => readonly (Alert | undefined)[];

/** What belongs to a service. */
export const OF_SERVICE = 'service!=""';

/** Pods, and Deployments, of the process that answers requests; all others have two hyphens in their names. */
export const WEB_POD = `${OF_SERVICE},pod!~".+--.+"`;
export const WEB_DEPLOYMENT = `${OF_SERVICE},deployment!~".+--.+"`;

/** Whose an alert is, for its summary: `storefront of shop in prod`. */
export function whose({ team, environment }: WatchedTeam): string {
  return `{{ $labels.service }} of ${team} in ${environment}`;
}

/** The namespace, for commands in runbooks. */
export function namespaceOf({ team, environment }: WatchedTeam): string {
  return `${team}-${environment}`;
}
