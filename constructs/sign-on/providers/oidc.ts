import { type AccountsAt, PROOF, type Provider } from './provider.ts';

export const oidc: Provider<AccountsAt<'oidc'>> = {
  arguments: ({ issuer, groupsClaim }) => [
    PROOF,
    `--oidc-issuer-url=${issuer}`,
    `--oidc-groups-claim=${groupsClaim}`,
    '--insecure-oidc-skip-nonce=false',
  ],
  domains: ({ mailDomains = [] }) => mailDomains,
  groups: ({ teams = [] }) => teams,
};
