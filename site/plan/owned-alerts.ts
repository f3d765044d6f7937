import type { Site } from '../site.ts';
import type { Owner } from './owners.ts';

/** Alerts that somebody states, by their names. */
export type StatedAlerts = NonNullable<Site['monitoring']['alerts']>;

/** An alert that somebody states, and whose it is. */
export type AlertPlan = StatedAlerts[string] & { readonly alert: string; readonly owner: Owner };

/** The alerts that an owner states. */
export function ownedAlerts(owner: Owner, alerts: StatedAlerts): AlertPlan[] {
  return Object.entries(alerts).map(([alert, rest]) => ({ alert, ...rest, owner }));
}
