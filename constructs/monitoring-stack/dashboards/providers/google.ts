import { addressedOrIn, allOf, hasGroup } from '../conditions.ts';
import type { Provider, SignInAt } from './provider.ts';

export const google: Provider<SignInAt<'google'>> = {
  section: 'GOOGLE',
  settings: () => ({ SCOPES: 'openid email profile', USE_PKCE: 'true' }),
  told: () => [],
  mayLook: ({ mails, mailDomains }) => allOf(addressedOrIn(mails, mailDomains)),
  inTeam: (_signIn, team) => hasGroup('groups', team),
};
