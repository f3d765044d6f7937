import { onceAPlace } from '../once-a-place.ts';
import { reachables } from '../plan/reach.ts';
import type { Path } from '../problem.ts';
import { providerOf } from '../providers/index.ts';
import type { SignOn } from '../sections/sign-on.ts';
import type { Site } from '../site.ts';
import { placeText } from '../sources.ts';
import type { Conflict, Rule } from './rule.ts';

/** Teams are requested only where the provider tells them, and by the names that it tells. */
export const teamsAreKnownToTheProvider: Rule = {
  id: 'teams-are-known-to-the-provider',
  conflicts: (site) => {
    const { signOn } = site;
    if (!signOn) return [];
    const teams = providerOf(signOn).teams(signOn);
    if (teams === 'told of an organisation') return organisationMissing(asked(site));
    if (teams === 'told') return unknown(site, signOn);
    const provider = providerOf(signOn).accounts(signOn);
    return asked(site).map(({ path, teams: names }) => ({
      path,
      with: [
        ['signOn', 'provider'],
        ['signOn', 'organisation'],
      ],
      found: names.join(', '),
      rule: `is asked of ${provider}, which tells no groups`,
      fix: 'write mails instead',
    }));
  },
};

/** The names that the provider could not tell. */
function unknown(site: Site, signOn: SignOn): Conflict[] {
  return asked(site).flatMap(({ path, teams }) =>
    teams.flatMap((team, index) => {
      const breach = providerOf(signOn).teamBreach?.(team);
      return breach ? [{ path: [...path, index], with: [['signOn', 'provider']], ...breach }] : [];
    }),
  );
}

/** One problem, however many lists there are: one organisation answers all. */
function organisationMissing(lists: readonly Asked[]): Conflict[] {
  if (lists.length === 0) return [];
  return [
    {
      path: ['signOn', 'organisation'],
      with: [['signOn', 'provider'], ...lists.map(({ path }) => path)],
      found: '',
      rule: `is missing, and teams are requested by ${lists.map(({ path }) => placeText(path)).join(', ')}`,
      fix: "write organisation: 'you', to which the teams belong",
    },
  ];
}

interface Asked {
  readonly path: Path;
  readonly teams: readonly string[];
}

/** Every list of teams in a site, and where it stands. */
function asked(site: Site): Asked[] {
  const allowed = onceAPlace(
    reachables(site).map(({ at, reach }) => ({ path: at('allow', 'teams'), teams: reach.allow?.teams })),
  );
  const standing = (['editors', 'admins'] as const).map((field) => ({
    path: ['monitoring', field, 'teams'],
    teams: site.monitoring[field]?.teams,
  }));
  return [...allowed, ...standing].flatMap(({ path, teams }) => (teams ? [{ path, teams }] : []));
}
