import type { Reach } from '../sections/reach.ts';
import type { Site } from '../site.ts';
import { groupsOf } from './sign-on.ts';

/** What identifies people before a request gets to a host. */
export type GuardPlan =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'basic';

      /** Name of the Secret with the password file, in the namespace of the host. */
      readonly secret: string;
    }
  | {
      readonly kind: 'sign-on';

      /** Groups of which one suffices, as the provider names them; any where there are none. */
      readonly groups: readonly string[];

      /** Mail addresses of which one suffices; any where there are none. */
      readonly mails: readonly string[];
    };

/** No guard. */
export const OPEN: GuardPlan = { kind: 'none' };

/** Everybody who may sign on. */
export const SIGNED_ON: GuardPlan = { kind: 'sign-on', groups: [], mails: [] };

/**
 * What stands in front of something that says who reaches it.
 *
 * The rules of the site have made sure that a guard has what it needs; where one was missing all the same, this throws
 * rather than leave a service open.
 */
export function guardOf({ signOn }: Pick<Site, 'signOn'>, reach: Reach): GuardPlan {
  const { guard, exposure, passwords, allow } = reach;
  if (guard === 'basic' && passwords) return { kind: 'basic', secret: passwords };
  if (guard === 'sso' && signOn) {
    return { kind: 'sign-on', groups: groupsOf(signOn, allow?.teams ?? []), mails: allow?.mails ?? [] };
  }
  if (guard === 'none' || (guard === undefined && exposure === 'home')) return OPEN;
  throw new Error(`the guard ${guard} of a ${exposure} service lacks what it needs`);
}
