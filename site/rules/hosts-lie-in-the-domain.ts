import { shown } from '../fields/shown.ts';
import { hostBreach } from '../plan/hosts.ts';
import { stated } from '../plan/published.ts';
import type { Rule } from './rule.ts';

/** Every host lies in the site's domain: for another one there is neither a record nor a cookie of the sign-on. */
export const hostsLieInTheDomain: Rule = {
  id: 'hosts-lie-in-the-domain',
  conflicts: (site) =>
    stated(site).flatMap(({ written, path }) => {
      const breach = hostBreach(site, written);
      return breach ? [{ path, with: [['domain']], found: shown(written), ...breach }] : [];
    }),
};
