import type { SignOn } from '../sections/sign-on.ts';
import type { HostPlan } from './host-plan.ts';

/** The sign-on of a site. */
export interface PlannedSignOn {
  /** Where people sign on. */
  readonly host: HostPlan;

  /** Where they have their account, and who of them may sign on. */
  readonly provider: SignOn;
}

/** The sign-on of a site, if it has one. */
export function plannedSignOn(provider: SignOn | undefined, host: HostPlan | undefined): PlannedSignOn | undefined {
  return provider && host && { host, provider };
}
