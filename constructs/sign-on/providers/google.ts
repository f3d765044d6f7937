import { type AccountsAt, PROOF, type Provider } from './provider.ts';

export const google: Provider<AccountsAt<'google'>> = {
  arguments: () => [PROOF],
  domains: ({ mailDomains = [] }) => mailDomains,
  groups: () => [],
};
