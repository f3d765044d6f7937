import { addressedOrIn, allOf, anyOf, type Condition, hasGroup } from '../conditions.ts';
import type { Provider, SignInAt } from './provider.ts';

type OpenId = SignInAt<'oidc'>;

export const oidc: Provider<OpenId> = {
  section: 'GENERIC_OAUTH',
  settings: ({ endpoints }) => ({
    NAME: 'Sign-on',
    SCOPES: 'openid email profile',
    USE_PKCE: 'true',
    AUTH_URL: endpoints.authorization,
    TOKEN_URL: endpoints.token,
    API_URL: endpoints.userinfo,
  }),
  told,
  mayLook,
  inTeam,
};

/**
 * So that Grafana's verdict is the sign-on's: who it is, an address that the provider does not doubt, and the groups
 * where teams are asked for.
 */
function told(signIn: OpenId): Condition[] {
  const asksForTeams = [signIn.teams, signIn.admins.teams ?? [], signIn.editors.teams ?? []].flat().length > 0;
  return ['sub', 'email', UNDOUBTED, NO_ACCESS_TOKEN, ...(asksForTeams ? [tellsGroups(signIn)] : [])];
}

/** Where the provider says nothing of it there is no doubt. The words are those that the sign-on takes for true. */
const UNDOUBTED: Condition =
  "(email_verified == `null` || contains(['true', 'True', 'TRUE', 't', 'T', '1'], to_string(email_verified)))";

/** An access token says what a program may do, not who somebody is, and may leave out that an address is doubted. */
const NO_ACCESS_TOKEN: Condition = '!(exp && (scope || scp || client_id))';

/**
 * The answer about the user, which does not expire as a token does, is the last one: who has no groups there has none,
 * and looks where no team is needed for it.
 */
function tellsGroups(signIn: OpenId): Condition {
  return `(${groupsOf(signIn)} != \`null\` || !exp)`;
}

function mayLook(signIn: OpenId): Condition {
  const { mails, mailDomains, teams } = signIn;
  const inOne = teams.length === 0 ? [] : [anyOf(teams.map((team) => inTeam(signIn, team)))];
  return allOf([...addressedOrIn(mails, mailDomains), ...inOne]);
}

function inTeam(signIn: OpenId, team: string): Condition {
  return hasGroup(groupsOf(signIn), team);
}

/** The claim by its whole name or, as for the sign-on, by the path that dots make of it. */
function groupsOf({ groupsClaim }: OpenId): string {
  const steps = groupsClaim.split('.');
  const whole = JSON.stringify(groupsClaim);
  if (steps.length === 1 || steps.includes('')) return whole;
  return `not_null(${whole}, ${steps.map((step) => JSON.stringify(step)).join('.')})`;
}
