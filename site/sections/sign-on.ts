import { z } from 'zod';
import { packed } from '../fields/breach.ts';
import { misfit } from '../fields/checked.ts';
import { listOf, object } from '../fields/object.ts';
import { secretName } from '../fields/secret-name.ts';
import { text, wordWanted } from '../fields/text.ts';
import { allowedMail, claim, endpoint, issuer, mailDomain, organisation, team } from './members.ts';

/** What every sign-on has, whoever it asks. */
interface AnySignOnInput {
  /**
   * Host under the domain at which people sign on: `sign-on`, or the whole `sign-on.example.org`.
   *
   * @default sign-on
   */
  readonly host?: string;

  /**
   * Name of the Secret with the keys `client-id` and `client-secret`, which the provider gives out, and
   * `cookie-secret`, 32 random bytes. `docs/guards.md` tells how to make it.
   *
   * @default sign-on
   */
  readonly secret?: string;

  /**
   * Mail addresses that may sign on, spelt as the provider spells them.
   *
   * @default - any that the other fields let in
   */
  readonly mails?: readonly string[];
}

/** Fields that belong to other providers. */
type Without<Names extends string> = { readonly [Name in Names]?: undefined };

/** Sign-on with an account at GitHub. */
export interface GitHubSignOnInput
  extends AnySignOnInput,
    Without<'issuer' | 'teams' | 'groupsClaim' | 'endpoints' | 'mailDomains'> {
  /** `github`: accounts, organisations and teams of GitHub. */
  readonly provider: 'github';

  /**
   * Organisation whose members may sign on, in the spelling of GitHub. Needed unless `mails` names everybody.
   *
   * @default - none
   */
  readonly organisation?: string;
}

/** Sign-on with an account at Google, which tells nothing of groups. */
export interface GoogleSignOnInput
  extends AnySignOnInput,
    Without<'organisation' | 'issuer' | 'teams' | 'groupsClaim' | 'endpoints'> {
  /** `google`: accounts of Google, private ones and those of a Workspace. */
  readonly provider: 'google';

  /**
   * Domains of a Google Workspace whose addresses may sign on. Needed unless `mails` names everybody.
   *
   * @default - none
   */
  readonly mailDomains?: readonly string[];
}

/** Sign-on at any provider of OpenID Connect: Keycloak, Authentik, Dex, GitLab, Entra ID. */
export interface OidcSignOnInput extends AnySignOnInput, Without<'organisation'> {
  /** `oidc`: any provider of OpenID Connect. */
  readonly provider: 'oidc';

  /** Address of the provider, as its discovery document spells it. */
  readonly issuer: string;

  /**
   * Domains whose mail addresses may sign on; `['*']` lets in everybody whom the provider knows.
   *
   * @default - none
   */
  readonly mailDomains?: readonly string[];

  /**
   * Groups of which one suffices to sign on.
   *
   * @default - any
   */
  readonly teams?: readonly string[];

  /**
   * Claim in which the provider states the groups.
   *
   * @default groups
   */
  readonly groupsClaim?: string;

  /**
   * Addresses of the provider for Grafana, which reads no discovery document.
   *
   * @default - Grafana asks for a password of its own
   */
  readonly endpoints?: EndpointsInput;
}

/** Addresses as they stand in `/.well-known/openid-configuration` of the provider. */
export interface EndpointsInput {
  /** Its `authorization_endpoint`. */
  readonly authorization: string;

  /** Its `token_endpoint`. */
  readonly token: string;

  /** Its `userinfo_endpoint`. */
  readonly userinfo: string;
}

/** Who may sign on, and where they have their account. */
export type SignOnInput = GitHubSignOnInput | GoogleSignOnInput | OidcSignOnInput;

const PROVIDERS = ['github', 'google', 'oidc'] as const;

const common = {
  host: text('a host', 'sign-on').default('sign-on'),
  secret: secretName('sign-on').default('sign-on'),
  mails: listOf('mail addresses', 'ops@example.org', allowedMail).optional(),
};

const mailDomains = listOf('domains', 'example.org', mailDomain).optional();

const github = object("{ provider: 'github', organisation: 'you' }", {
  provider: z.literal('github'),
  ...common,
  organisation: organisation.optional(),
  ...elsewhere('oidc', 'issuer', 'teams', 'groupsClaim', 'endpoints'),
  ...elsewhere('google or oidc', 'mailDomains'),
});

const google = object("{ provider: 'google', mailDomains: ['example.org'] }", {
  provider: z.literal('google'),
  ...common,
  mailDomains,
  ...elsewhere('github', 'organisation'),
  ...elsewhere('oidc', 'issuer', 'teams', 'groupsClaim', 'endpoints'),
});

const ENDPOINTS =
  "{ authorization: 'https://id.example.org/authorize', token: 'https://id.example.org/token', " +
  "userinfo: 'https://id.example.org/userinfo' }";

const oidc = object("{ provider: 'oidc', issuer: 'https://id.example.org', mailDomains: ['example.org'] }", {
  provider: z.literal('oidc'),
  ...common,
  issuer,
  mailDomains,
  teams: listOf('groups', 'family', team).optional(),
  groupsClaim: claim.default('groups'),
  endpoints: object(ENDPOINTS, {
    authorization: endpoint('authorization_endpoint', 'https://id.example.org/authorize'),
    token: endpoint('token_endpoint', 'https://id.example.org/token'),
    userinfo: endpoint('userinfo_endpoint', 'https://id.example.org/userinfo'),
  }).optional(),
  ...elsewhere('github', 'organisation'),
});

/** Fields that belong to another provider: named in the message instead of being unknown. */
function elsewhere<Name extends string>(providers: string, ...names: readonly Name[]) {
  const field = (name: string) =>
    z
      .undefined({
        error: () =>
          packed({
            id: 'other-provider',
            rule: `belongs to the provider ${providers}`,
            fix: `leave out ${name}, or choose that provider`,
          }),
      })
      .optional();
  return Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, ReturnType<typeof field>>;
}

const wrongGroup = misfit({
  what: 'a group of fields in braces',
  fix: () => "write { provider: 'github', organisation: 'you' }, or leave out signOn",
  standIn: { provider: 'github', organisation: 'you' },
});

/** Names of programs and services that are asked by OpenID Connect. */
const BY_OIDC =
  /gitlab|gitea|forgejo|keycloak|authentik|authelia|auth0|okta|dex|zitadel|kanidm|pocket|rauthy|cognito|entra|azure|microsoft|ory|openid/i;

const providerWanted = wordWanted(PROVIDERS);

const wrongProvider = misfit({
  ...providerWanted,
  fix: (found) =>
    typeof found === 'string' && BY_OIDC.test(found)
      ? `write provider: 'oidc', which ${found} speaks, and its address as issuer`
      : providerWanted.fix(found),
});

export const signOnSchema = z.discriminatedUnion('provider', [github, google, oidc], {
  error: (issue) =>
    issue.code === 'invalid_union'
      ? wrongProvider({ input: (issue.input as { provider?: unknown }).provider })
      : wrongGroup(issue),
});

/** A site's sign-on with every default filled in. */
export type SignOn = Readonly<z.output<typeof signOnSchema>>;
