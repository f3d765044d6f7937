import { DNS_LABEL, DNS_NAME_LENGTH, LABEL_LENGTH } from '../../kubernetes/names.ts';
import type { Breach } from '../fields/breach.ts';
import { isDomain } from '../fields/names.ts';
import type { Site } from '../site.ts';

type Domain = Pick<Site, 'domain'>;

/**
 * The host for what a user wrote: a label (`grafana`), a whole host under the domain, or the domain itself.
 *
 * What lies elsewhere is refused by the rules between fields; here it throws.
 */
export function hostName(site: Domain, host: string): string {
  const breach = hostBreach(site, host);
  if (breach) throw new RangeError(`host '${host}' ${breach.rule}; ${breach.fix}`);
  return composed(site, host);
}

/** Why a site cannot serve a host, if it cannot. */
export function hostBreach(site: Domain, host: string): Breach | undefined {
  const { domain } = site;
  const example = `www or www.${domain}`;
  if (host.startsWith('*.')) return { rule: 'is a wildcard', fix: `write each host by its name, such as ${example}` };
  const name = composed(site, host);
  if (!isDomain(name)) {
    return {
      rule: `is not a host name (labels of lower-case letters, digits and inner hyphens, each of at most ${LABEL_LENGTH})`,
      fix: `write a host such as ${example}`,
    };
  }
  if (name !== domain && !name.endsWith(`.${domain}`)) {
    return { rule: `does not lie under the domain ${domain}`, fix: `write a host such as ${example}` };
  }
  return name.length <= DNS_NAME_LENGTH
    ? undefined
    : {
        rule: `has ${name.length} characters with the domain, DNS takes ${DNS_NAME_LENGTH}`,
        fix: 'write a shorter host',
      };
}

function composed({ domain }: Domain, host: string): string {
  return DNS_LABEL.test(host) ? `${host}.${domain}` : host;
}
