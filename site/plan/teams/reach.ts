import type { Reach } from '../../sections/reach.ts';
import type { Site } from '../../site.ts';
import type { Reachable } from '../reachable.ts';
import { fieldThere, inEnvironment, type ServiceThere } from './in-environment.ts';
import { type PlacedService, type TeamService, teamServices } from './services.ts';

/** Fields that say who reaches a service. */
const REACH = ['host', 'exposure', 'guard', 'passwords', 'allow', 'allowFrom', 'blockFrom', 'rate'] as const;

const GUARDS = ['none', 'basic', 'sso'] as const;

/** Everything of teams that says who reaches it: each service, and each environment that says it otherwise. */
export function teamReachables(site: Pick<Site, 'teams'>): Reachable[] {
  return teamServices(site).flatMap((one) => {
    const { in: differing = {}, ...everywhere } = one.stated;
    const elsewhere = Object.keys(differing).filter((name) =>
      REACH.some((field) => differing[name]?.[field] !== undefined),
    );
    return [
      ...reachable(one, '', everywhere),
      ...elsewhere.flatMap((name) => reachable(one, name, inEnvironment(one.stated, name))),
    ];
  });
}

function reachable({ service, stated, path }: TeamService, environment: string, there: ServiceThere): Reachable[] {
  const reach = reachOf(there);
  if (!reach) return [];
  return [
    {
      ...{ name: service, reach, guards: GUARDS },
      at: (...field) => [...path, ...fieldThere(stated, environment, ...field)],
      differs: (field) => fieldThere(stated, environment, field).length > 1,
    },
  ];
}

/** Who reaches a service from outside, as it is written; nobody without a host. */
export function reachOf(there: ServiceThere): Reach | undefined {
  const { host, exposure = 'public', guard, passwords, allow, allowFrom, blockFrom, rate } = there;
  return host === undefined ? undefined : { exposure, guard, passwords, allow, allowFrom, blockFrom, rate };
}

/**
 * Who reaches a service in an environment: outside the first one the sign-on stands in front of what is public.
 *
 * What an environment says of its guard counts all the same; so do passwords, and what only home reaches.
 */
export function reachThere(one: PlacedService): Reach | undefined {
  const reach = reachOf(one.there);
  return reach && isBehindSignOn(one) ? { ...reach, guard: 'sso' } : reach;
}

/** Whether the sign-on stands in front of a service because of its environment alone. */
export function isBehindSignOn({ stated, first, environment, there }: PlacedService): boolean {
  if (first || there.host === undefined || there.exposure === 'home') return false;
  return there.guard === 'none' && fieldThere(stated, environment, 'guard').length === 1;
}
