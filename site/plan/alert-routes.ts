import type { Labels } from '../../kubernetes/labels.ts';
import type { PlannedReceivers } from '../channels/index.ts';
import { type Owner, ownerLabels } from './owners.ts';

/** Who hears of the alerts of one owner. */
export interface AlertRoute {
  readonly owner: Owner;

  /** Labels by which its alerts are known; those of the platform are all that have none of a team. */
  readonly labels: Labels;
  readonly receivers: PlannedReceivers;
}

/** One route for each owner; a team that names no receivers has those of the platform. */
export function alertRoutes(owners: readonly Owner[], receivers: PlannedReceivers): AlertRoute[] {
  return owners.map((owner) => ({ owner, labels: ownerLabels(owner), receivers }));
}
