import type { SecretUse } from '../../plan/secret-need.ts';
import { channelSecrets, secretUses } from '../../plan/secrets.ts';
import { besides } from '../../plan/teams/secrets.ts';
import type { Site } from '../../site.ts';
import type { Conflict, Rule } from '../rule.ts';

/** A Secret for those who hear of a team's alerts is that of one receiver: no other one's, no other team's, and not the platform's. */
export const receiversHaveTheirOwnSecrets: Rule = {
  id: 'receivers-have-their-own-secrets',
  conflicts: (site) => {
    const taken = new Map(secretUses(site).map(({ namespace, name }) => [`${namespace}/${name}`, 'the platform']));
    const keys = new Set<string>();
    return receivers(site).flatMap(({ team, use, path }): Conflict[] => {
      const place = `${use.namespace}/${besides(team, use.name)}`;
      const isAgain = Object.keys(use.keys).some((key) => keys.has(`${place} ${key}`));
      for (const key of Object.keys(use.keys)) keys.add(`${place} ${key}`);
      const other = taken.get(place) ?? team;
      taken.set(place, other);
      if (other === team && !isAgain) return [];
      return [
        {
          path,
          with: [['monitoring'], ['teams', other, 'notify']],
          found: use.name,
          rule: `is the Secret ${besides(team, use.name)} in the namespace ${use.namespace}, ${isAgain && other === team ? 'of which another receiver takes the same key' : `which is that of ${other}`}`,
          fix: 'write the name of another Secret',
        },
      ];
    });
  },
};

interface Receiver {
  readonly team: string;
  readonly use: SecretUse;
  readonly path: Conflict['path'];
}

/** What each team states of who hears of its alerts; a channel is stated as one of the platform is. */
function receivers({ teams = {} }: Site): Receiver[] {
  return Object.entries(teams).flatMap(([team, { notify = {} }]) =>
    channelSecrets(notify).map((use) => ({ team, use, path: ['teams', team, ...(use.field ?? []).slice(1)] })),
  );
}
