import { type Accessible, accessibles } from '../plan/access.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** A guard has the Secret or the sign-on that it asks, and nothing that belongs to another guard. */
export const guardsHaveWhatTheyNeed: Rule = {
  id: 'guards-have-what-they-need',
  conflicts: (site) => accessibles(site).flatMap((one) => [...missing(one, site), ...idle(one)]),
};

function missing({ path, access: { guard, passwords } }: Accessible, { signOn }: Site): Conflict[] {
  if (guard === 'basic' && passwords === undefined) {
    return [
      {
        path: [...path, 'passwords'],
        with: [[...path, 'guard']],
        found: '',
        rule: 'is missing, and the guard is basic',
        fix: `write passwords: '${path.at(-1)}-passwords', the name of a Secret that \`npm run password\` makes`,
      },
    ];
  }
  if (guard !== 'sso' || signOn) return [];
  return [
    {
      path: [...path, 'guard'],
      with: [['signOn']],
      found: 'sso',
      rule: 'needs a sign-on, and the site has none',
      fix: "write signOn: { provider: 'github', organisation: 'you' }, or another guard",
    },
  ];
}

function idle({ path, access }: Accessible): Conflict[] {
  const owners = { passwords: 'basic', allow: 'sso' } as const;
  return (['passwords', 'allow'] as const)
    .filter((field) => access[field] !== undefined && access.guard !== owners[field])
    .map((field) => ({
      path: [...path, field],
      with: [[...path, 'guard']],
      found: '',
      rule: `does nothing without guard: '${owners[field]}'`,
      fix: `write guard: '${owners[field]}', or leave out ${field}`,
    }));
}
