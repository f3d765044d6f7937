import { ALWAYS, addressed, anyOf, type Condition, text } from './conditions.ts';
import type { DashboardSignIn } from './dashboard-sign-in.ts';
import { providerOf } from './providers/index.ts';

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
  const provider = providerOf(signIn);
  const roles = [
    ...given(among(signIn, admins), 'Admin'),
    ...given(among(signIn, editors), 'Editor'),
    ...given(provider.mayLook(signIn), 'Viewer'),
  ];
  // In brackets, because Grafana strips the quotes of a setting that begins and ends with one.
  return [...provider.told(signIn), `(${roles.join(' || ')})`].join(' && ');
}

function given(condition: Condition | undefined, role: string): string[] {
  return condition === undefined ? [] : [condition === ALWAYS ? text(role) : `${condition} && ${text(role)}`];
}

/** Whether somebody is one of these people; undefined where they are nobody. */
function among(signIn: DashboardSignIn, { teams = [], mails = [] }: DashboardSignIn['admins']): Condition | undefined {
  const provider = providerOf(signIn);
  const conditions = [...teams.map((team) => provider.inTeam(signIn, team)), ...addressed(mails)];
  return conditions.length === 0 ? undefined : anyOf(conditions);
}
