import { domainToUnicode } from 'node:url';
import tlds from 'tlds';
import { getPublicSuffix } from 'tldts-experimental';

/**
 * Names that no public DNS serves, so that nobody can prove to own them: RFC 6761, RFC 6762, RFC 7686, RFC 8375,
 * RFC 9476, ICANN's resolution 2024.07.29.06 (`internal`), and what home routers use.
 */
const NOT_PUBLIC =
  /(^|\.)(local|localhost|internal|home\.arpa|lan|home|corp|intranet|private|test|invalid|onion|alt|localdomain)$/;

/** Whether the public DNS serves what ends like a name: its last label is one of the internet's own. */
export function isPublicName(name: string): boolean {
  const last = domainToUnicode(name).split('.').at(-1) as string;
  return !NOT_PUBLIC.test(name) && tlds.includes(last);
}

/** Whether people register names below a name, a registry's (`co.uk`) or a service's (`duckdns.org`): nobody owns all of it. */
export function isPublicSuffix(name: string): boolean {
  return getPublicSuffix(name, { allowPrivateDomains: true }) === name;
}
