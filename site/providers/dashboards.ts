import type { OidcSignOnInput } from '../sections/sign-on.ts';

/** Who may look: with one of the addresses, or one of the domains of addresses. */
interface Addresses {
  readonly mails: readonly string[];

  /** `*` is every domain. */
  readonly mailDomains: readonly string[];
}

/** The provider by which Grafana signs people in, and whom. */
export type DashboardProvider =
  | { readonly provider: 'github'; readonly organisation: string }
  | ({ readonly provider: 'google' } & Addresses)
  | ({
      readonly provider: 'oidc';
      readonly endpoints: NonNullable<OidcSignOnInput['endpoints']>;
      readonly groupsClaim: string;

      /** Groups of which one is needed to look; none is needed where there are none. */
      readonly teams: readonly string[];
    } & Addresses);
