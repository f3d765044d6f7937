import { Duration } from 'cdk8s';
import type { Site } from '../site/index.ts';
import { groupsOf } from '../site/plan/sign-on.ts';
import type { Access } from '../site/sections/access.ts';
import type { Limits } from '../site/sections/limits.ts';
import type { Timeouts as StatedTimeouts } from '../site/sections/timeouts.ts';
import { Exposure, Guard, RateLimit, type SecureIngressProps, type Timeouts } from './secure-ingress/index.ts';

/** Who may reach what the site says so of. */
export function exposureOf({ exposure }: Pick<Access, 'exposure'>): Exposure {
  return exposure === 'home' ? Exposure.HOME : Exposure.PUBLIC;
}

/**
 * What stands in front of it.
 *
 * The rules of the site have made sure that a guard has what it needs; where one was missing all the same, this throws
 * rather than leave a service open.
 */
export function guardOf({ signOn }: Pick<Site, 'signOn'>, access: Access): Guard {
  const { guard, exposure, passwords, allow } = access;
  if (guard === 'basic' && passwords) return Guard.basic({ secret: passwords });
  if (guard === 'sso' && signOn) {
    return Guard.signOn({ groups: groupsOf(signOn, allow?.teams ?? []), mails: allow?.mails ?? [] });
  }
  if (guard === 'none' || (guard === undefined && exposure === 'home')) return Guard.none();
  throw new Error(`the guard ${guard} of a ${exposure} service lacks what it needs`);
}

/** From where clients may come, and how much each may ask. */
export function limitsOf({ allowFrom, blockFrom, rate }: Limits): ClientLimits {
  return {
    ...(allowFrom && { allowedSources: allowFrom }),
    ...(blockFrom && { blockedSources: blockFrom }),
    ...(rate && { rateLimit: RateLimit.perSecond(rate) }),
  };
}

/** What a service's way in says of its clients. */
export type ClientLimits = Pick<SecureIngressProps, 'allowedSources' | 'blockedSources' | 'rateLimit'>;

/** How long the edge waits for a service, as far as the site says so. */
export function timeoutsOf({ connect, idle, answer }: StatedTimeouts = {}): Timeouts {
  return {
    ...(connect && { connect: Duration.seconds(connect.seconds) }),
    ...(idle && { idle: Duration.seconds(idle.seconds) }),
    ...(answer && { answer: Duration.seconds(answer.seconds) }),
  };
}
