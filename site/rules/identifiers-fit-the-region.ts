import { regionBy } from '../plan/regions.ts';
import { vaultOf } from '../secret-backends/index.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

/** An identifier of Oracle names a realm and, for most things, a region; both are those of the site. */
export const identifiersFitTheRegion: Rule = {
  id: 'identifiers-fit-the-region',
  conflicts: (site) => [...vault(site), ...account(site)],
};

function vault({ secrets, cloud: { region } }: Site): Conflict[] {
  const stated = vaultOf(secrets);
  if (!stated) return [];
  const [, , realm = '', place = ''] = stated.vault.toLowerCase().split('.');
  const own = regionBy(region);
  const there = regionBy(place);
  const isElsewhere = place !== '' && place !== region && place !== own?.key;
  if (!isElsewhere && (!own || realm === own.realm)) return [];
  return [
    {
      path: ['secrets', 'vault'],
      with: [['cloud', 'region']],
      rule: `lies in ${isElsewhere ? (there?.name ?? place) : `the realm ${realm}`}, and the site in ${region}`,
      fix: `copy the identifier of a vault in ${region}, or write the region of the vault as cloud.region`,
    },
  ];
}

function account({ infrastructure, cloud: { region } }: Site): Conflict[] {
  const own = regionBy(region);
  if (!own || !infrastructure) return [];
  return (['tenancy', 'compartment'] as const).flatMap((field) => {
    const realm = infrastructure[field]?.split('.')[2];
    if (realm === undefined || realm === own.realm) return [];
    return [
      {
        path: ['infrastructure', field],
        with: [['cloud', 'region']],
        rule: `belongs to the realm ${realm}, and ${region} to ${own.realm}`,
        fix: `copy the identifier again, or write the home region of the tenancy as cloud.region`,
      },
    ];
  });
}
