import { shown } from '../../fields/shown.ts';
import { releasedServices, versionOf } from '../../plan/teams/released.ts';
import { placeThere, serviceOf } from '../../plan/teams/services.ts';
import { HOME_TEAM, readUse } from '../../plan/teams/uses.ts';
import type { Project } from '../../stated.ts';
import { versionsFile } from '../../team/versions.ts';
import type { RuleBetween } from '../rule.ts';

/** What a service uses runs in the same environment: nothing is called across environments. */
export const usedServicesRun: RuleBetween<Project> = {
  id: 'used-services-run',
  conflicts: ({ site, versions }) =>
    releasedServices(site, versions).flatMap((one) => {
      const { team, service, environment, there } = one;
      return (there.uses ?? []).flatMap((written, index) => {
        const [other, used] = readUse(written, team);
        const isThere = versionOf(versions, { team: other, service: used, environment });
        if (other === HOME_TEAM || isThere || !serviceOf(site, other, used)) return [];
        return [
          {
            in: 'site',
            path: placeThere(one, 'uses', index),
            with: [
              { in: versionsFile(other), path: [used] },
              { in: versionsFile(team), path: [service] },
            ],
            found: shown(written),
            rule: `does not run in ${environment}, where ${team}/${service} does`,
            fix: `release ${other}/${used} there first, or write in: { ${environment}: { uses: [...] } } without it`,
          },
        ];
      });
    }),
};
