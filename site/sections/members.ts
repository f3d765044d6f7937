import type { z } from 'zod';
import { type Breach, type FieldCheck, proposal } from '../fields/breach.ts';
import { isDomain, mailAddress } from '../fields/names.ts';
import { listOf, object } from '../fields/object.ts';
import { matches, text } from '../fields/text.ts';

/**
 * A team of GitHub by the name in its address, or a group of an OIDC provider.
 *
 * No comma: the sign-on takes a list of them separated by commas, and a colon is what divides organisation and team.
 */
export const team = text(
  'a team',
  'family',
  matches(
    'team-name',
    /^[^\s,:$`"'\\{};]+$/,
    'is not the name of a team (no spaces, commas, colons or quotes)',
    'write the last part of the address of the team, such as family',
  ),
);

/** A mail address that may pass; without what would end it early in a list. */
export const allowedMail = mailAddress;

/** An organisation of GitHub: up to 39 letters, digits and inner hyphens. */
export const organisation = text(
  'an organisation of GitHub',
  'you',
  matches(
    'organisation-name',
    /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i,
    'is not the name of an organisation of GitHub',
    'write the last part of its address: of github.com/you it is you',
  ),
);

/** A domain of mail addresses, or `*` for every one that the provider knows. */
export const mailDomain = text('a domain of mail addresses', 'example.org', {
  id: 'mail-domain',
  breach: (value) =>
    value === '*' || isDomain(value)
      ? undefined
      : { rule: 'is not a domain in lower-case letters', ...proposal(mailDomainLike(value), MAIL_DOMAIN) },
});

const MAIL_DOMAIN = "what stands behind the @, such as example.org, or '*' for everybody whom the provider knows";

/** The domain in `Example.org`, `@example.org` or `ada@example.org`. */
function mailDomainLike(value: string): string | undefined {
  const domain = value
    .trim()
    .toLowerCase()
    .replace(/^.*@/, '')
    .replace(/^\.+|\.+$/g, '');
  return isDomain(domain) ? domain : undefined;
}

/** What stands in the discovery document of an OIDC provider: an address by HTTPS without query. */
const BY_HTTPS = /^https:\/\/[a-z\d][a-z\d.-]*(:\d+)?(\/[\w.~/-]*)?$/;

/** Where every OIDC provider publishes its endpoints. */
const DISCOVERY = /\/\.well-known(\/.*)?$/;

function noDiscovery(fixOf: (value: string) => Pick<Breach, 'fix' | 'instead'>): FieldCheck<string> {
  const rule = 'is the document in which the provider says how it is asked, not an address in it';
  return {
    id: 'no-discovery',
    breach: (value) => (DISCOVERY.test(value) ? { rule, ...fixOf(value) } : undefined),
  };
}

/** The issuer of an OIDC provider, as its discovery document spells it. */
export const issuer = text(
  'the address of the provider',
  'https://id.example.org',
  matches(
    'issuer',
    BY_HTTPS,
    'is not the address of an OIDC provider by HTTPS',
    'write `issuer` as it stands in its /.well-known/openid-configuration, such as https://id.example.org',
  ),
  noDiscovery((value) => proposal(value.replace(DISCOVERY, ''), '')),
);

/**
 * Another address of an OIDC provider.
 *
 * @param field what the discovery document calls it
 * @param example a good one
 */
export function endpoint(field: string, example: string) {
  return text(
    'an address of the provider',
    example,
    matches(
      'endpoint',
      BY_HTTPS,
      'is not an address of an OIDC provider by HTTPS',
      `write \`${field}\` as it stands in its /.well-known/openid-configuration, such as ${example}`,
    ),
    noDiscovery(() => ({ fix: `write \`${field}\` as it stands in that document` })),
  );
}

/** The claim in which an OIDC provider states the groups. */
export const claim = text(
  'the name of a claim',
  'groups',
  matches('claim-name', /^[\w.:/-]+$/, 'is not the name of a claim', 'write one such as groups'),
);

/** Some of those who may sign on: by a team, or by name. One of both suffices. */
export interface PeopleInput {
  /**
   * Teams of which one suffices: names in the address of a GitHub team, or groups of an OIDC provider.
   *
   * @default - none
   */
  readonly teams?: readonly string[];

  /**
   * Mail addresses, spelt as the provider spells them. GitHub does not tell them, so there it is teams.
   *
   * @default - none
   */
  readonly mails?: readonly string[];
}

/** Some of those who may sign on; a field that is not stated names nobody. */
export type People = Readonly<z.output<typeof peopleSchema>>;

/** Two lists of people; whoever uses them says what holds where both are stated. */
export const peopleSchema = object("{ teams: ['family'] }", {
  teams: listOf('teams', 'family', team).optional(),
  mails: listOf('mail addresses', 'ops@example.org', allowedMail).optional(),
});
