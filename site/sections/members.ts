import { check } from '../fields/breach.ts';
import { isDomain, mailAddress } from '../fields/names.ts';
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
export const mailDomain = text(
  'a domain of mail addresses',
  'example.org',
  check('mail-domain', (value) => value === '*' || isDomain(value), {
    rule: 'is not a domain',
    fix: "write what stands behind the @, such as example.org, or '*' for everybody whom the provider knows",
  }),
);

/** The issuer of an OIDC provider: an address by HTTPS without query, as its discovery document spells it. */
export const issuer = text(
  'the address of the provider',
  'https://id.example.org',
  matches(
    'issuer',
    /^https:\/\/[a-z\d][a-z\d.-]*(:\d+)?(\/[\w.~/-]*)?$/,
    'is not the address of an OIDC provider by HTTPS',
    'write `issuer` as it stands in its /.well-known/openid-configuration, such as https://id.example.org',
  ),
);

/** The claim in which an OIDC provider states the groups. */
export const claim = text(
  'the name of a claim',
  'groups',
  matches('claim-name', /^[\w.:/-]+$/, 'is not the name of a claim', 'write one such as groups'),
);
