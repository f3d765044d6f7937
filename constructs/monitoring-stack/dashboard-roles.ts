import type { DashboardSignIn } from '../../site/plan/dashboard-sign-in.ts';

/** A condition of JMESPath, the language in which Grafana looks at what a provider tells of somebody. */
type Condition = string;

/**
 * The role that somebody gets: an expression of JMESPath over what the provider tells, as Grafana takes it for
 * `role_attribute_path`. Who gets none is refused (`role_attribute_strict`).
 *
 * Grafana evaluates it over each answer of the provider in turn, and each time once more over `{ groups: [...] }`, until
 * one evaluation gives a role; an error gives none. So what asks for groups must fail where they are absent, instead of
 * taking somebody for a member of none: at GitHub they are only in the second object, at an OIDC provider perhaps only
 * in the second answer.
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
  return signIn.provider === 'oidc' ? `${ANSWERED} && ${role}` : role;
}

/**
 * Whether it is an answer of an OIDC provider, which always states `sub`, and not the second object; and, as the sign-on
 * asks too, of somebody whose address the provider does not doubt.
 */
const ANSWERED: Condition = 'sub && email_verified != `false`';

function given(condition: Condition | undefined, role: string): string[] {
  return condition === undefined ? [] : [condition === ALWAYS ? text(role) : `${condition} && ${text(role)}`];
}

const ALWAYS: Condition = '`true`';

function among(signIn: DashboardSignIn, { teams = [], mails = [] }: DashboardSignIn['admins']): Condition | undefined {
  const conditions = [...teams.map((team) => inTeam(signIn, team)), ...addressed(mails)];
  return conditions.length === 0 ? undefined : anyOf(conditions);
}

function mayLook(signIn: DashboardSignIn): Condition {
  // Grafana asks GitHub itself whether somebody belongs to the organisation.
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
  const claim = signIn.provider === 'oidc' ? signIn.groupsClaim : 'groups';
  return `contains(${JSON.stringify(claim)}[], ${text(team)})`;
}

function addressed(mails: readonly string[]): Condition[] {
  return mails.length === 0 ? [] : [`contains([${mails.map(text).join(', ')}], email)`];
}

function inDomain(domain: string): Condition {
  return `ends_with(email, ${text(`@${domain}`)})`;
}

function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? `${conditions[0]}` : `(${conditions.join(' || ')})`;
}

/** A text as JMESPath takes it as it is. */
function text(value: string): string {
  return `'${value.replaceAll("'", "\\'")}'`;
}
