import type { Labels } from '../../kubernetes/labels.ts';
import type { PlannedReceivers } from '../channels/index.ts';
import { type Owner, ownerLabels, PLATFORM } from './owners.ts';

/** Who hears of the alerts of one owner. */
export interface AlertRoute {
  readonly owner: Owner;

  /** Labels by which its alerts are known; those of the platform are all that have none of a team. */
  readonly labels: Labels;
  readonly receivers: PlannedReceivers;
}

/** Who hears of the alerts of a team, if it states that. */
export interface TeamReceivers {
  readonly owner: Owner;
  readonly receivers?: PlannedReceivers;
}

/** One route for each owner, that of the platform first; a team that names no receivers has those of the platform. */
export function alertRoutes(
  receivers: PlannedReceivers,
  teams: readonly TeamReceivers[],
): readonly [AlertRoute, ...AlertRoute[]] {
  const route = ({ owner, receivers: own = receivers }: TeamReceivers): AlertRoute => ({
    ...{ owner, labels: ownerLabels(owner), receivers: own },
  });
  return [route({ owner: PLATFORM }), ...teams.map(route)];
}
