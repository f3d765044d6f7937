import type { Labels } from '../../kubernetes/labels.ts';
import type { PlannedReceivers } from '../channels/index.ts';
import { type Owner, ownerLabels, PLATFORM, type TeamOwner } from './owners.ts';

/** Who hears of the alerts of one owner. */
export interface AlertRoute {
  readonly owner: Owner;

  /** Labels by which its alerts are known; those of the platform are all that have none of a team. */
  readonly labels: Labels;
  readonly receivers: PlannedReceivers;
}

/** Who hears of the alerts of a team, if it states that. */
export interface TeamReceivers {
  readonly owner: TeamOwner;

  /**
   * Who they are.
   *
   * @default - those who hear of the alerts of the platform
   */
  readonly receivers?: PlannedReceivers;
}

/**
 * The route of the platform, which takes what no other does, then those of teams.
 *
 * In the first environment a team that names no receivers has no route: those of the platform hear of its alerts. In every
 * other one alerts are shown and sent to nobody.
 *
 * @param first the first environment of the site
 */
export function alertRoutes(
  receivers: PlannedReceivers,
  teams: readonly TeamReceivers[],
  first: string,
): readonly [AlertRoute, ...AlertRoute[]] {
  const route = (owner: Owner, told: PlannedReceivers): AlertRoute => ({
    ...{ owner, labels: ownerLabels(owner), receivers: told },
  });
  const ofTeams = teams.flatMap(({ owner, receivers: own }) => {
    if (owner.environment !== first) return [route(owner, {})];
    return own ? [route(owner, own)] : [];
  });
  return [route(PLATFORM, receivers), ...ofTeams];
}
