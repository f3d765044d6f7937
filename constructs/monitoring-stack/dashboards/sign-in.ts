import type { SecretKey } from '../../workload/index.ts';
import type { DashboardSignIn } from './provider.ts';
import { roleOf } from './roles.ts';

export type { DashboardSignIn } from './provider.ts';

/** How people sign in to Grafana. */
export interface SignIn {
  /** The provider, and who may do what. */
  readonly at: DashboardSignIn;

  /** Secret with the keys `client-id` and `client-secret`. */
  readonly secret: string;
}

/** What Grafana calls each provider in the names of its settings. */
const SECTIONS = { github: 'GITHUB', google: 'GOOGLE', oidc: 'GENERIC_OAUTH' } as const;

/**
 * Grafana's settings for the sign-in at a provider, in the form of its environment variables.
 *
 * Who has passed the edge is sent on to the provider and back without a page in between. The form for a name and a
 * password stays at `/login?disableAutoLogin=true`, for the day on which the provider does not answer.
 *
 * @param secret name of the Secret with the keys `client-id` and `client-secret`
 */
export function signInSettings(signIn: DashboardSignIn, secret: string): Record<string, string | SecretKey> {
  const settings: Record<string, string | SecretKey> = {
    ENABLED: 'true',
    ALLOW_SIGN_UP: 'true',
    AUTO_LOGIN: 'true',
    CLIENT_ID: { secret, key: 'client-id' },
    CLIENT_SECRET: { secret, key: 'client-secret' },
    ROLE_ATTRIBUTE_PATH: roleOf(signIn),
    ROLE_ATTRIBUTE_STRICT: 'true',
    SKIP_ORG_ROLE_SYNC: 'false',
    ...ofProvider(signIn),
  };
  const section = SECTIONS[signIn.provider];
  return {
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`GF_AUTH_${section}_${key}`, value])),
    // At level warn Grafana's part for a provider writes tokens into the log, whole: each access token that is not a JWT,
    // and whatever it cannot read. Everybody who may look may search the logs.
    GF_LOG_FILTERS: `oauth.${section.toLowerCase()}:error`,
  };
}

function ofProvider(signIn: DashboardSignIn): Record<string, string> {
  switch (signIn.provider) {
    case 'github':
      return { ALLOWED_ORGANIZATIONS: signIn.organisation, SCOPES: 'user:email,read:org' };
    case 'google':
      return { SCOPES: 'openid email profile', USE_PKCE: 'true' };
    case 'oidc':
      return {
        NAME: 'Sign-on',
        SCOPES: 'openid email profile',
        USE_PKCE: 'true',
        AUTH_URL: signIn.endpoints.authorization,
        TOKEN_URL: signIn.endpoints.token,
        API_URL: signIn.endpoints.userinfo,
      };
  }
}
