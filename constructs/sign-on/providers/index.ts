import type { Accounts } from '../sign-on-props.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { oidc } from './oidc.ts';
import type { AccountsAt, Provider, ProviderName } from './provider.ts';

/** Every provider: one that `Accounts` names and that is not here does not compile. */
const providers: { readonly [Name in ProviderName]: Provider<AccountsAt<Name>> } = { github, google, oidc };

/** How oauth2-proxy is told of the provider of these accounts. */
export function providerOf({ provider }: Accounts): Provider<Accounts> {
  return providers[provider];
}
