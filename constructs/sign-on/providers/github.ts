import type { AccountsAt, Provider } from './provider.ts';

export const github: Provider<AccountsAt<'github'>> = {
  arguments: ({ organisation }) => (organisation ? [`--github-org=${organisation}`] : []),
  domains: () => [],
  groups: () => [],
};
