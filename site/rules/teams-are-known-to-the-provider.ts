import { accessibles } from '../plan/access.ts';
import type { SignOn } from '../sections/sign-on.ts';
import type { Rule } from './rule.ts';

/** Teams are asked for only where the provider tells them. */
export const teamsAreKnownToTheProvider: Rule = {
  id: 'teams-are-known-to-the-provider',
  conflicts: (site) => {
    const why = site.signOn && unknown(site.signOn);
    if (!why) return [];
    return accessibles(site)
      .filter(({ access }) => access.allow?.teams)
      .map(({ path, access }) => ({
        path: [...path, 'allow', 'teams'],
        with: [
          ['signOn', 'provider'],
          ['signOn', 'organisation'],
        ],
        found: access.allow?.teams?.join(', ') ?? '',
        ...why,
      }));
  },
};

function unknown(signOn: SignOn) {
  if (signOn.provider === 'google') {
    return { rule: 'is asked of Google, which tells no groups', fix: 'write mails instead' };
  }
  return signOn.provider === 'github' && signOn.organisation === undefined
    ? { rule: 'is asked without signOn.organisation', fix: 'write signOn.organisation, to which the teams belong' }
    : undefined;
}
