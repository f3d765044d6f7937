import { domainToASCII } from 'node:url';
import { DNS_LABEL, DNS_NAME_LENGTH, LABEL_LENGTH } from '../../kubernetes/names.ts';
import { check, type FieldCheck, proposal } from './breach.ts';
import { isPublicName, isPublicSuffix } from './public-names.ts';
import { text } from './text.ts';

/** A name of ours: a letter comes first, as Services ask (RFC 1035), and because JavaScript sorts keys of digits first. */
const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/**
 * A name that becomes part of object names, labels and hosts.
 *
 * @param most longest length, so that what is composed with it stays within the 63 characters of a label
 * @param example a good name, for the message
 * @param checks further rules
 */
export function dnsLabel(most: number, example: string, ...checks: readonly FieldCheck<string>[]) {
  return text('a short name', example, name(most, example), shortEnough(most), ...checks);
}

function name(most: number, example: string): FieldCheck<string> {
  return {
    id: 'name',
    breach: (value) =>
      NAME.test(value)
        ? undefined
        : {
            rule: 'is not a name of lower-case letters, digits and inner hyphens with a letter first',
            ...proposal(nameLike(value, most), `a short name such as ${example}`),
          },
  };
}

function shortEnough(most: number): FieldCheck<string> {
  return {
    id: 'short-enough',
    breach: ({ length }) =>
      length <= most
        ? undefined
        : {
            rule: `has ${length} characters; names made from it would pass the ${LABEL_LENGTH} of a DNS label`,
            fix: `write at most ${most} characters`,
          },
  };
}

/** What is left of a text as a name: accents fall off their letters, anything else becomes a hyphen. */
function nameLike(value: string, most: number): string | undefined {
  const like = value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, most)
    .replace(/-+$/, '');
  return NAME.test(like) ? like : undefined;
}

/** Whether a text is a DNS name of at least two labels whose last is no number, as it would be in an address. */
export function isDomain(value: string): boolean {
  const labels = value.split('.');
  return (
    labels.length > 1 &&
    labels.every((part) => DNS_LABEL.test(part) && part.length <= LABEL_LENGTH) &&
    !/^\d+$/.test(labels.at(-1) as string)
  );
}

/** What a host under the domain adds: a label and a dot. */
const DOMAIN_LENGTH = DNS_NAME_LENGTH - LABEL_LENGTH - 1;

/** A domain of at least two labels, without a trailing dot. */
export const domainName = text(
  'a domain that you own',
  'example.org',
  {
    id: 'domain-name',
    breach: (value) =>
      isDomain(value)
        ? undefined
        : {
            rule: 'is not a domain name (at least two labels of lower-case letters, digits and inner hyphens)',
            ...proposal(domainLike(value), 'a domain that you own, such as example.org'),
          },
  },
  check('public-domain', isPublicName, {
    rule: "is served by no public DNS, so Let's Encrypt gives it no certificate",
    fix: 'write a domain that you have registered, such as example.org',
  }),
  {
    id: 'registered-domain',
    breach: (value) =>
      isPublicSuffix(value)
        ? {
            rule: 'is a name below which people register their own, so nobody owns all of it',
            ...proposal(`you.${value}`, '', ', with the name that you have registered in the place of you'),
          }
        : undefined,
  },
  {
    id: 'short-enough',
    breach: ({ length }) =>
      length <= DOMAIN_LENGTH
        ? undefined
        : {
            rule: `has ${length} characters; hosts under it would pass the ${DNS_NAME_LENGTH} of DNS`,
            fix: `write at most ${DOMAIN_LENGTH} characters`,
          },
  },
);

/** The domain inside an address such as `https://Example.org/`, if there is one. */
function domainLike(value: string): string | undefined {
  const host = value
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^\*\.|[/:?#].*$/g, '')
    .replace(/\.+$/, '');
  const domain = domainToASCII(host);
  return isDomain(domain) ? domain : undefined;
}

/** What may stand before the `@` without quotes (RFC 5322): words with one dot between them. */
const DOT_ATOM = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

const isMailAddress = check<string>(
  'mail-address',
  (value) => DOT_ATOM.test(local(value)) && isDomain(domainOf(value)),
  { rule: 'is not a mail address', fix: 'write one address and nothing else, such as ops@example.org' },
);

/** A mail address. */
export const mailAddress = text('a mail address', 'ops@example.org', isMailAddress);

/** A mail address, as Let's Encrypt takes it for the account. */
export const contactAddress = text(
  'a mail address',
  'ops@example.org',
  isMailAddress,
  check('reachable', (value) => isPublicName(domainOf(value)) && !isPublicSuffix(domainOf(value)), {
    rule: "is an address to which nobody can write over the internet, so Let's Encrypt opens no account for it",
    fix: 'write an address at which you read mail',
  }),
);

function local(address: string): string {
  return address.slice(0, Math.max(0, address.lastIndexOf('@')));
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** An exact version, `1.36.1`: no range, no `latest`, no leading v. */
export function exactVersion(example: string, ...checks: readonly FieldCheck<string>[]) {
  return text(
    'an exact version',
    example,
    {
      id: 'exact-version',
      breach: (value) =>
        VERSION.test(value) ? undefined : { rule: 'is not an exact version', ...versionFix(value, example) },
    },
    ...checks,
  );
}

/** Three numbers without leading zeros. */
const VERSION = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/;

function versionFix(value: string, example: string) {
  const [number] = /\d.*$/.exec(value.trim()) ?? [];
  const version = number && VERSION.test(number) ? number : undefined;
  const otherwise = `all three numbers and nothing else, such as ${example}`;
  return proposal(version, otherwise, version && ' and nothing else');
}
