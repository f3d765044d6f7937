/** People by the teams to which they belong, or by their addresses. */
export interface People {
  /**
   * Names of GitHub teams, or groups of a provider of OpenID Connect: one suffices.
   *
   * @default - none
   */
  readonly teams?: readonly string[] | undefined;

  /**
   * Mail addresses.
   *
   * @default - none
   */
  readonly mails?: readonly string[] | undefined;
}

/** Who may do more in Grafana than look. */
interface Standing {
  /** Who may write queries of their own and keep dashboards. */
  readonly editors: People;

  /** Who may change everything. */
  readonly admins: People;
}

/** Who may look: with one of the addresses, or one of the domains of addresses. Where both are empty, everybody. */
interface Addresses {
  readonly mails: readonly string[];

  /** `*` is every domain. */
  readonly mailDomains: readonly string[];
}

/** Accounts and organisations of GitHub. */
interface GitHub extends Standing {
  readonly provider: 'github';

  /** Whose members may look. */
  readonly organisation: string;
}

/** Accounts of Google. */
interface Google extends Standing, Addresses {
  readonly provider: 'google';
}

/** Any provider of OpenID Connect. */
interface OpenId extends Standing, Addresses {
  readonly provider: 'oidc';

  /** Addresses as they stand in its `/.well-known/openid-configuration`. */
  readonly endpoints: { readonly authorization: string; readonly token: string; readonly userinfo: string };

  /** The claim that holds groups; dots make a path of it. */
  readonly groupsClaim: string;

  /** Groups of which one is needed to look; none is needed where there are none. */
  readonly teams: readonly string[];
}

/** The provider from which Grafana itself hears who somebody is: it believes no header, which any pod could forge. */
export type DashboardSignIn = GitHub | Google | OpenId;
