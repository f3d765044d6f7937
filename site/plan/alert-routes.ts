import type { Labels } from '../../kubernetes/labels.ts';
import { type Owner, ownerLabels } from './owners.ts';
import type { ReceiversPlan } from './receivers.ts';

/** Who hears of the alerts of one owner. */
export interface AlertRoute {
  readonly owner: Owner;

  /** Labels by which its alerts are known; those of the platform are all that have none of a team. */
  readonly labels: Labels;
  readonly receivers: ReceiversPlan;
}

/** One route for each owner; a team that names no receivers has those of the platform. */
export function alertRoutes(owners: readonly Owner[], receivers: ReceiversPlan): AlertRoute[] {
  return owners.map((owner) => ({ owner, labels: ownerLabels(owner), receivers }));
}
