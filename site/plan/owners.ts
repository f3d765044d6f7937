import type { Labels } from '../../kubernetes/labels.ts';
import { labelName } from './names.ts';

/**
 * Whose something is: the platform's, or a team's in one environment.
 *
 * Everything that is planned has an owner. From it follow the project of Argo CD, the quota, the labels, the name in the
 * vault, the part of the budget, and who hears of its alerts.
 */
export type Owner = { readonly kind: 'platform' } | TeamOwner;

/** A team in one environment. */
export interface TeamOwner {
  readonly kind: 'team';

  /** Name of the team: `shop`. */
  readonly team: string;

  /** One of the environments of the site: `prod`. */
  readonly environment: string;
}

/** What belongs to no team. */
export const PLATFORM: Owner = { kind: 'platform' };

/** The owner in one word, which is also its project: `platform`, or `shop-prod`, which is its namespace and its folder too. */
export function ownerName(owner: Owner): string {
  return owner.kind === 'platform' ? 'platform' : labelName(owner.team, owner.environment);
}

/** Labels of all that an owner has, on objects and on pods; the platform has none. */
export function ownerLabels(owner: Owner): Labels {
  return owner.kind === 'platform' ? {} : { team: owner.team, environment: owner.environment };
}

/**
 * Name of a Secret in the vault, which all owners share.
 *
 * No Secret of the platform may have such a name.
 */
export function nameInVault(owner: Owner, secret: string): string {
  return owner.kind === 'platform' ? secret : `${owner.team}.${owner.environment}.${secret}`;
}
