import type { Provider, SignOnAt } from './provider.ts';

/** Issuers at which anybody can open an account: those of Google, Microsoft, GitLab and Apple. */
const OPEN_ISSUER =
  /^https:\/\/(accounts\.google\.com|login\.microsoftonline\.com\/(common|consumers|organizations)\b.*|gitlab\.com|appleid\.apple\.com)\/?$/;

export const oidc: Provider<SignOnAt<'oidc'>> = {
  accounts: ({ issuer }) => issuer,
  isOpen: ({ issuer }) => OPEN_ISSUER.test(issuer),
  domains: ({ mailDomains = [] }) => mailDomains,
  examples: { mailDomains: 'domain', issuer: 'server' },
  limits: ({ mailDomains, teams }) => mailDomains !== undefined || teams !== undefined,
  limit: "write mailDomains: ['example.org'], teams or mails; mailDomains: ['*'] lets in everybody",
  teams: () => 'told',
  groups: (_signOn, teams) => teams,
  tellsAddresses: true,
  dashboards: ({ provider, mails = [], mailDomains = [], endpoints, groupsClaim, teams = [] }) =>
    endpoints && { provider, mails, mailDomains, endpoints, groupsClaim, teams },
  neededForDashboards: 'signOn.endpoints',
};
