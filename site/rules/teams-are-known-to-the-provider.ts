import { accessibles } from '../plan/access.ts';
import { type Path, pathText } from '../problem.ts';
import { providerOf } from '../providers/index.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** Teams are asked for only where the provider tells them, and by the names that it tells. */
export const teamsAreKnownToTheProvider: Rule = {
  id: 'teams-are-known-to-the-provider',
  conflicts: (site) => {
    const { signOn } = site;
    if (!signOn) return [];
    const teams = providerOf(signOn).teams(signOn);
    if (teams === 'told of an organisation') return organisationMissing(asked(site));
    if (teams !== 'not told') return signOn.provider === 'github' ? unknown(site) : [];
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

/** What GitHub makes of the name of a team for its address, and tells the sign-on. */
const SLUG = /^[a-z\d_-]+$/;

function unknown(site: Site): Conflict[] {
  return asked(site).flatMap(({ path, teams }) =>
    teams.flatMap((team, index) =>
      SLUG.test(team) ? [] : [{ path: [...path, index], with: [['signOn', 'provider']], ...noSlug(team) }],
    ),
  );
}

function noSlug(team: string): Pick<Conflict, 'rule' | 'fix'> {
  const last = team.split('/').at(-1)?.toLowerCase() ?? '';
  return {
    rule: 'is not a team as its address at GitHub spells it (lower-case letters, digits, hyphens and underscores)',
    fix: SLUG.test(last) ? `write ${last}` : 'write the last part of the address of the team, such as family',
  };
}

/** One problem, however many lists there are: one organisation answers all. */
function organisationMissing(lists: readonly Asked[]): Conflict[] {
  if (lists.length === 0) return [];
  return [
    {
      path: ['signOn', 'organisation'],
      with: [['signOn', 'provider'], ...lists.map(({ path }) => path)],
      found: '',
      rule: `is missing, and teams are asked for by ${lists.map(({ path }) => pathText(path)).join(', ')}`,
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
