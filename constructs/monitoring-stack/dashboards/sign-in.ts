import type { SecretKey } from '../../workload/index.ts';
import type { DashboardSignIn } from './dashboard-sign-in.ts';
import { providerOf } from './providers/index.ts';
import { roleOf } from './roles.ts';

export type { DashboardSignIn } from './dashboard-sign-in.ts';

/** How people sign in to Grafana. */
export interface SignIn {
  /** The provider, and who may do what. */
  readonly at: DashboardSignIn;

  /** Secret with the keys `client-id` and `client-secret`. */
  readonly secret: string;
}

/**
 * Grafana's settings for the sign-in at a provider, in the form of its environment variables.
 *
 * Who has passed the edge is sent on to the provider and back without a page in between. The form for a name and a
 * password stays at `/login?disableAutoLogin=true`, for the day on which the provider does not answer.
 *
 * @param secret name of the Secret with the keys `client-id` and `client-secret`
 */
export function signInSettings(signIn: DashboardSignIn, secret: string): Record<string, string | SecretKey> {
  const provider = providerOf(signIn);
  const { section } = provider;
  const settings: Record<string, string | SecretKey> = {
    ENABLED: 'true',
    ALLOW_SIGN_UP: 'true',
    AUTO_LOGIN: 'true',
    CLIENT_ID: { secret, key: 'client-id' },
    CLIENT_SECRET: { secret, key: 'client-secret' },
    ROLE_ATTRIBUTE_PATH: roleOf(signIn),
    ROLE_ATTRIBUTE_STRICT: 'true',
    SKIP_ORG_ROLE_SYNC: 'false',
    ...provider.settings(signIn),
  };
  return {
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`GF_AUTH_${section}_${key}`, value])),
    // At level warn Grafana's part for a provider writes tokens into the log, whole: each access token that is not a JWT,
    // and whatever it cannot read. Everybody who may look may search the logs.
    GF_LOG_FILTERS: `oauth.${section.toLowerCase()}:error`,
  };
}
