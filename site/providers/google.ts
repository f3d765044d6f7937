import type { Provider, SignOnAt } from './provider.ts';

export const google: Provider<SignOnAt<'google'>> = {
  accounts: () => 'Google',
  isOpen: () => true,
  domains: ({ mailDomains = [] }) => mailDomains,
  examples: { mailDomains: 'domain' },
  limits: ({ mailDomains }) => mailDomains !== undefined,
  limit: "write mails: ['you@example.org'], or mailDomains: ['example.org'] for a Workspace",
  teams: () => 'not told',
  groups: (_signOn, teams) => teams,
  tellsAddresses: true,
  dashboards: ({ provider, mails = [], mailDomains = [] }) => ({ provider, mails, mailDomains }),
};
