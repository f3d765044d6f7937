import type { Provider, SignOnAt } from './provider.ts';

export const github: Provider<SignOnAt<'github'>> = {
  accounts: () => 'GitHub',
  isOpen: () => true,
  domains: () => undefined,
  limits: ({ organisation }) => organisation !== undefined,
  limit: "write organisation: 'you', or mails: ['you@example.org']",
  teams: ({ organisation }) => (organisation === undefined ? 'told of an organisation' : 'told'),
  groups: ({ organisation }, teams) => teams.map((team) => `${organisation}:${team}`),
  tellsAddresses: false,
  dashboards: ({ provider, organisation }) => (organisation === undefined ? undefined : { provider, organisation }),
  neededForDashboards: 'signOn.organisation',
};
