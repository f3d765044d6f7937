import { onceAPlace } from '../once-a-place.ts';
import { domainsOf, maySignOn } from '../plan/members.ts';
import { reachables } from '../plan/reach.ts';
import type { Path } from '../problem.ts';
import { providerOf } from '../providers/index.ts';
import type { Site } from '../site.ts';
import type { Rule } from './rule.ts';

/** Whoever is named by mail address for something behind the sign-on may sign on at all. */
export const peopleCanSignOn: Rule = {
  id: 'people-can-sign-on',
  conflicts: (site) => {
    const { signOn } = site;
    if (!signOn) return [];
    const fields = [
      ['signOn', 'provider'],
      ...items('mails', signOn.mails),
      ...items('mailDomains', domainsOf(signOn)),
    ];
    const hasDomains = providerOf(signOn).domains(signOn) !== undefined;
    return named(site).flatMap(({ path, mails }) =>
      mails.flatMap((mail, index) =>
        maySignOn(signOn, mail)
          ? []
          : {
              path: [...path, index],
              with: fields,
              rule: `may not sign on: it is not among signOn.mails${hasDomains ? ' and in none of signOn.mailDomains' : ''}`,
              fix: 'write it into signOn.mails too, or leave it out here',
            },
      ),
    );
  },
};

/** A list of the sign-on and each of its items. */
function items(field: string, list: readonly string[] = []): Path[] {
  return [['signOn', field], ...list.map((_, index) => ['signOn', field, index])];
}

/** Every list of addresses in a site, and where it stands. */
function named(site: Site): { path: Path; mails: readonly string[] }[] {
  const passing = onceAPlace(
    reachables(site).map(({ at, reach }) => ({ path: at('allow', 'mails'), mails: reach.allow?.mails ?? [] })),
  );
  // Where the provider tells Grafana no addresses, another rule says so.
  const tells = site.signOn === undefined || providerOf(site.signOn).tellsAddresses;
  const standing = tells ? (['editors', 'admins'] as const) : [];
  return [
    ...passing,
    ...standing.map((field) => ({
      path: ['monitoring', field, 'mails'],
      mails: site.monitoring[field]?.mails ?? [],
    })),
  ];
}
