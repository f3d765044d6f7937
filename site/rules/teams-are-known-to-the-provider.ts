import { accessibles } from '../plan/access.ts';
import type { Path } from '../problem.ts';
import type { SignOn } from '../sections/sign-on.ts';
import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** Teams are asked for only where the provider tells them. */
export const teamsAreKnownToTheProvider: Rule = {
  id: 'teams-are-known-to-the-provider',
  conflicts: (site) => {
    const why = site.signOn && unknown(site.signOn);
    if (!why) return [];
    return asked(site).map(({ path, teams }) => ({
      path,
      with: [
        ['signOn', 'provider'],
        ['signOn', 'organisation'],
      ],
      found: teams.join(', '),
      ...why,
    }));
  },
};

/** Every list of teams in a site, and where it stands. */
function asked(site: Site): { path: Path; teams: readonly string[] }[] {
  const allowed = accessibles(site).map(({ path, access }) => ({
    path: [...path, 'allow', 'teams'],
    teams: access.allow?.teams,
  }));
  const standing = (['editors', 'admins'] as const).map((field) => ({
    path: ['monitoring', field, 'teams'],
    teams: site.monitoring[field]?.teams,
  }));
  return [...allowed, ...standing].flatMap(({ path, teams }) => (teams ? [{ path, teams }] : []));
}

function unknown(signOn: SignOn) {
  if (signOn.provider === 'google') {
    return { rule: 'is asked of Google, which tells no groups', fix: 'write mails instead' };
  }
  return signOn.provider === 'github' && signOn.organisation === undefined
    ? { rule: 'is asked without signOn.organisation', fix: 'write signOn.organisation, to which the teams belong' }
    : undefined;
}
