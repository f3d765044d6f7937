import type { DashboardSignIn } from './provider.ts';

/** A condition of JMESPath, the language in which Grafana looks at what a provider tells of somebody. */
type Condition = string;

/** The sign-in at a provider of OpenID Connect. */
type OpenIdSignIn = Extract<DashboardSignIn, { readonly provider: 'oidc' }>;

/**
 * The role that somebody gets: an expression of JMESPath over what the provider tells, as Grafana takes it for
 * `role_attribute_path`. Who gets none is refused (`role_attribute_strict`).
 *
 * Grafana evaluates it over each answer of the provider in turn (the ID token, the answer about the user, an access
 * token that can be read), and each time once more over `{ groups: [...] }`, until one evaluation gives a role; an error
 * gives none. So an answer that does not tell enough must give no role, instead of a smaller one that ends the search.
 */
export function roleOf(signIn: DashboardSignIn): string {
  const { admins, editors } = signIn;
  const roles = [
    ...given(among(signIn, admins), 'Admin'),
    ...given(among(signIn, editors), 'Editor'),
    ...given(mayLook(signIn), 'Viewer'),
  ];
  // In brackets, because Grafana strips the quotes of a setting that begins and ends with one.
  const role = `(${roles.join(' || ')})`;
  return signIn.provider === 'oidc' ? [...told(signIn), role].join(' && ') : role;
}

/**
 * What an answer of an OIDC provider must tell before it is looked at for a role, so that Grafana's verdict is the
 * sign-on's: who it is, an address that the provider does not doubt, and the groups where teams are stated.
 */
function told(signIn: OpenIdSignIn): Condition[] {
  const statesTeams = [signIn.teams, signIn.admins.teams ?? [], signIn.editors.teams ?? []].flat().length > 0;
  return ['sub', 'email', UNDOUBTED, NO_ACCESS_TOKEN, ...(statesTeams ? [tellsGroups(signIn)] : [])];
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
function tellsGroups(signIn: OpenIdSignIn): Condition {
  return `(${groupsOf(signIn)} != \`null\` || !exp)`;
}

function given(condition: Condition | undefined, role: string): string[] {
  return condition === undefined ? [] : [condition === ALWAYS ? text(role) : `${condition} && ${text(role)}`];
}

const ALWAYS: Condition = '`true`';

function among(signIn: DashboardSignIn, { teams = [], mails = [] }: DashboardSignIn['admins']): Condition | undefined {
  const conditions = [...teams.map((team) => inTeam(signIn, team)), ...addressed(mails)];
  return conditions.length === 0 ? undefined : anyOf(conditions);
}

function mayLook(signIn: DashboardSignIn): Condition {
  // Grafana looks up at GitHub itself whether somebody belongs to the organisation.
  if (signIn.provider === 'github') return ALWAYS;
  const { mails, mailDomains } = signIn;
  const teams = signIn.provider === 'oidc' ? signIn.teams : [];
  const anybody = mailDomains.includes('*') || (mails.length === 0 && mailDomains.length === 0);
  const conditions = [
    ...(anybody ? [] : [anyOf([...addressed(mails), ...mailDomains.map(inDomain)])]),
    ...(teams.length === 0 ? [] : [anyOf(teams.map((team) => inTeam(signIn, team)))]),
  ];
  return conditions.length === 0 ? ALWAYS : conditions.join(' && ');
}

function inTeam(signIn: DashboardSignIn, team: string): Condition {
  if (signIn.provider === 'github') return `contains(groups[*], ${text(`@${signIn.organisation}/${team}`)})`;
  // A provider may state a single group as a text; inside a text `contains` would look for a part of it.
  const groups = signIn.provider === 'oidc' ? groupsOf(signIn) : 'groups';
  return `contains(to_array(${groups}), ${text(team)})`;
}

/** The claim by its whole name or, as for the sign-on, by the path that dots make of it. */
function groupsOf({ groupsClaim }: OpenIdSignIn): string {
  const steps = groupsClaim.split('.');
  const whole = JSON.stringify(groupsClaim);
  if (steps.length === 1 || steps.includes('')) return whole;
  return `not_null(${whole}, ${steps.map((step) => JSON.stringify(step)).join('.')})`;
}

/** Whether the address is one of these; as for the sign-on, capital letters make no difference. */
function addressed(mails: readonly string[]): Condition[] {
  if (mails.length === 0) return [];
  return [`contains([${mails.map((mail) => text(mail.toLowerCase())).join(', ')}], lower(email))`];
}

function inDomain(domain: string): Condition {
  return `ends_with(lower(email), ${text(`@${domain}`)})`;
}

function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? `${conditions[0]}` : `(${conditions.join(' || ')})`;
}

/** A text as JMESPath takes it as it is. */
function text(value: string): string {
  return `'${value.replaceAll("'", "\\'")}'`;
}
