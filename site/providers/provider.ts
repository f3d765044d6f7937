import type { Breach } from '../fields/breach.ts';
import type { SignOn } from '../sections/sign-on.ts';
import type { DashboardProvider } from './dashboards.ts';

/** Name of a provider, as it stands in `platform.ts`. */
export type ProviderName = SignOn['provider'];

/** The sign-on at one provider. */
export type SignOnAt<Name extends ProviderName> = Extract<SignOn, { readonly provider: Name }>;

/** What the site knows of those with whom people have their account; `Stated` is the sign-on that it states there. */
export interface Provider<Stated> {
  /** Where people have their account, for a message. */
  accounts(signOn: Stated): string;

  /** Whether whoever likes can open an account there. */
  isOpen(signOn: Stated): boolean;

  /** Domains of which an address suffices to sign on; undefined where the provider is not asked for any. */
  domains(signOn: Stated): readonly string[] | undefined;

  /** Those of its fields that may still have the value of an example, and what such a value is. */
  readonly examples: Readonly<Record<string, 'organisation' | 'domain' | 'server'>>;

  /** Whether the site says who may sign on, by anything else than addresses. */
  limits(signOn: Stated): boolean;

  /** What to write where it does not. */
  readonly limit: string;

  /** Whether it tells the teams of somebody: always, never, or for an organisation that is not stated. */
  teams(signOn: Stated): 'told' | 'not told' | 'told of an organisation';

  /** What is wrong with the name of a team that it could not tell. */
  teamBreach?(team: string): Breach | undefined;

  /** Teams as it names them. */
  groups(signOn: Stated, teams: readonly string[]): readonly string[];

  /** Whether it tells Grafana the address of everybody. */
  readonly tellsAddresses: boolean;

  /** How Grafana signs people in there; undefined where it cannot. */
  dashboards(signOn: Stated): DashboardProvider | undefined;

  /** The field without which it cannot. */
  readonly neededForDashboards?: 'signOn.organisation' | 'signOn.endpoints';
}
