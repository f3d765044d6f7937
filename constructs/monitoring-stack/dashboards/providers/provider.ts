import type { Condition } from '../conditions.ts';
import type { DashboardSignIn } from '../dashboard-sign-in.ts';

/** Name of a provider. */
export type ProviderName = DashboardSignIn['provider'];

/** The sign-in at one provider. */
export type SignInAt<Name extends ProviderName> = Extract<DashboardSignIn, { readonly provider: Name }>;

/** How Grafana is told of one provider; `Stated` is what is said of the sign-in there. */
export interface Provider<Stated> {
  /** What Grafana calls it in the names of its settings. */
  readonly section: string;

  /** Settings that hold for it alone. */
  settings(signIn: Stated): Readonly<Record<string, string>>;

  /** What an answer of it must tell before Grafana looks for a role in it. */
  told(signIn: Stated): readonly Condition[];

  /** Whether somebody who is signed in may look. */
  mayLook(signIn: Stated): Condition;

  /** Whether somebody belongs to a team. */
  inTeam(signIn: Stated, team: string): Condition;
}
