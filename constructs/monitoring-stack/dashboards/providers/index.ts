import type { DashboardSignIn } from '../dashboard-sign-in.ts';
import { github } from './github.ts';
import { google } from './google.ts';
import { oidc } from './oidc.ts';
import type { Provider, ProviderName, SignInAt } from './provider.ts';

/** Every provider: one that `DashboardSignIn` names and that is not here does not compile. */
const providers: { readonly [Name in ProviderName]: Provider<SignInAt<Name>> } = { github, google, oidc };

/** How Grafana is told of the provider of a sign-in. */
export function providerOf({ provider }: DashboardSignIn): Provider<DashboardSignIn> {
  return providers[provider];
}
