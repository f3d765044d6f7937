import type { Breach } from '../fields/breach.ts';
import type { Provider, SignOnAt } from './provider.ts';

/** What GitHub makes of the name of a team for its address, and tells the sign-on. */
const SLUG = /^[a-z\d_-]+$/;

function teamBreach(team: string): Breach | undefined {
  if (SLUG.test(team)) return undefined;
  const last = team.split('/').at(-1)?.toLowerCase() ?? '';
  return {
    rule: 'is not a team as its address at GitHub spells it (lower-case letters, digits, hyphens and underscores)',
    fix: SLUG.test(last) ? `write ${last}` : 'write the last part of the address of the team, such as family',
  };
}

export const github: Provider<SignOnAt<'github'>> = {
  accounts: () => 'GitHub',
  isOpen: () => true,
  domains: () => undefined,
  examples: { organisation: 'organisation' },
  limits: ({ organisation }) => organisation !== undefined,
  limit: "write organisation: 'you', or mails: ['you@example.org']",
  teams: ({ organisation }) => (organisation === undefined ? 'told of an organisation' : 'told'),
  teamBreach,
  groups: ({ organisation }, teams) => teams.map((team) => `${organisation}:${team}`),
  tellsAddresses: false,
  dashboards: ({ provider, organisation }) => (organisation === undefined ? undefined : { provider, organisation }),
  neededForDashboards: 'signOn.organisation',
};
