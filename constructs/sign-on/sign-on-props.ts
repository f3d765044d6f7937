import type { EdgePlan } from '../../site/plan/edge.ts';
import type { SignOn } from '../../site/sections/sign-on.ts';

/** What a site decides about its sign-on. */
export interface SignOnProps {
  /** The edge of the site. */
  readonly edge: EdgePlan;

  /** Domain for whose hosts a sign-on counts; the cookie goes to all of them. */
  readonly domain: string;

  /** Whole host at which people sign on: `sign-on.example.org`. */
  readonly host: string;

  /** Where people have their account, and who of them may sign on. */
  readonly signOn: SignOn;
}
