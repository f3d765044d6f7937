import { onceAPlace } from '../once-a-place.ts';
import { reachables } from '../plan/reach.ts';
import type { Reachable } from '../plan/reachable.ts';
import type { Site } from '../site.ts';
import { placeText } from '../sources.ts';
import { beside } from './beside.ts';
import type { Conflict, Rule } from './rule.ts';

/** A guard has the Secret or the sign-on that it asks, and nothing that belongs to another guard. */
export const guardsHaveWhatTheyNeed: Rule = {
  id: 'guards-have-what-they-need',
  conflicts: (site) => [
    ...onceAPlace(reachables(site).flatMap((one) => [...passwordsMissing(one), ...idle(one)])),
    ...signOnMissing(site),
  ],
};

function passwordsMissing({ name, at, reach: { guard, passwords } }: Reachable): Conflict[] {
  if (guard === 'basic' && passwords === undefined) {
    return [
      {
        path: beside(at('guard'), 'passwords'),
        with: [at('guard'), at('passwords')],
        found: '',
        rule: 'is missing, and the guard is basic',
        fix: `write passwords: '${name}-passwords', the name of a Secret that \`npm run password\` makes`,
      },
    ];
  }
  return [];
}

/** One problem, whatever number of guards ask: one sign-on answers all. */
function signOnMissing(site: Site): Conflict[] {
  const asking = reachables(site).filter(({ reach }) => reach.guard === 'sso');
  if (site.signOn || asking.length === 0) return [];
  const guards = onceAPlace(asking.map(({ at }) => ({ path: at('guard') }))).map(({ path }) => path);
  return [
    {
      path: ['signOn'],
      with: guards,
      found: '',
      rule: `is missing, and sso is requested by ${guards.map(placeText).join(', ')}`,
      fix: `write signOn: { provider: 'github', organisation: 'you' }, or another guard there`,
    },
  ];
}

function idle({ at, reach }: Reachable): Conflict[] {
  const owners = { passwords: 'basic', allow: 'sso' } as const;
  return (['passwords', 'allow'] as const)
    .filter((field) => reach[field] !== undefined && reach.guard !== owners[field])
    .map((field) => ({
      path: at(field),
      with: [at('guard')],
      found: '',
      rule: `does nothing without guard: '${owners[field]}'`,
      fix: `write guard: '${owners[field]}', or leave out ${field}`,
    }));
}
