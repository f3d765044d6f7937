import type { EdgeOptions } from '../secure-ingress/index.ts';

/** A sign-on for the hosts of a domain. */
export interface SignOnProps {
  /**
   * The edge that leads to it.
   *
   * @default - Traefik with the class `nginx` and a certificate of its own: see `EdgeOptions`
   */
  readonly edge?: EdgeOptions;

  /**
   * Name of its Deployment, its Service and its Ingress.
   *
   * @default sign-on
   */
  readonly name?: string;

  /** Port on which it answers the edge, the same as in the edge's `signOn.check`: `4180`. */
  readonly port: number;

  /** Domain for whose hosts a sign-on counts; the cookie goes to all of them. */
  readonly domain: string;

  /** Whole host at which people sign on: `sign-on.example.org`. */
  readonly host: string;

  /** Where people have their account, and who of them may sign on. */
  readonly signOn: Accounts;
}

/** Where people have their account, and who of them may sign on. */
export type Accounts = GitHubAccounts | GoogleAccounts | OpenIdAccounts;

interface AnyAccounts {
  /** Name of the Secret with the keys `client-id`, `client-secret` and `cookie-secret`. */
  readonly secret: string;

  /**
   * Mail addresses that may sign on.
   *
   * @default - any that the rest lets in
   */
  readonly mails?: readonly string[] | undefined;
}

/** Accounts of GitHub. */
export interface GitHubAccounts extends AnyAccounts {
  readonly provider: 'github';

  /**
   * Organisation whose members may sign on. Needed unless `mails` names everybody.
   *
   * @default - none
   */
  readonly organisation?: string | undefined;
}

/** Accounts of Google. */
export interface GoogleAccounts extends AnyAccounts {
  readonly provider: 'google';

  /**
   * Domains of a Workspace whose addresses may sign on. Needed unless `mails` names everybody.
   *
   * @default - none
   */
  readonly mailDomains?: readonly string[] | undefined;
}

/** Accounts of any provider of OpenID Connect. */
export interface OpenIdAccounts extends AnyAccounts {
  readonly provider: 'oidc';

  /** Address of the provider, as its discovery document spells it. */
  readonly issuer: string;

  /** Claim in which the provider states groups. */
  readonly groupsClaim: string;

  /**
   * Domains whose addresses may sign on.
   *
   * @default - none
   */
  readonly mailDomains?: readonly string[] | undefined;

  /**
   * Groups of which one suffices.
   *
   * @default - any
   */
  readonly teams?: readonly string[] | undefined;
}
