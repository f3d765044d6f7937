import type { SignOn } from '../sections/sign-on.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { oidc } from './oidc.ts';
import type { Provider, ProviderName, SignOnAt } from './provider.ts';

export type { DashboardProvider } from './dashboards.ts';

/** Every provider: one that the schema knows and that is not here does not compile. */
const providers: { readonly [Name in ProviderName]: Provider<SignOnAt<Name>> } = { github, google, oidc };

/** What the site knows of the provider that a sign-on names. */
export function providerOf({ provider }: SignOn): Provider<SignOn> {
  return providers[provider];
}
