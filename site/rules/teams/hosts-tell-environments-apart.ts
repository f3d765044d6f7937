import { hostBreach, hostName } from '../../plan/hosts.ts';
import { serviceHost } from '../../plan/teams/hosts.ts';
import { placedServices } from '../../plan/teams/services.ts';
import type { Rule } from '../rule.ts';

/** Names of previews end so: www-pr-12. */
const PREVIEW = /-pr-\d+$/;

/** A host of the first environment does not look like one of another. */
export const hostsTellEnvironmentsApart: Rule = {
  id: 'hosts-tell-environments-apart',
  conflicts: (site) => {
    const [first, ...others] = Object.keys(site.environments);
    return placedServices(site)
      .filter((one) => one.first)
      .flatMap((one) => {
        const host = serviceHost(site, one);
        if (!host || hostBreach(site, host.written)) return [];
        const [label = ''] = hostName(site, host.written).split('.');
        const like = others.find((name) => label === name || label.endsWith(`-${name}`));
        if (like === undefined && !PREVIEW.test(label)) return [];
        return [
          {
            path: host.path,
            with: [['environments']],
            rule: `is in ${first}, and looks like a host of ${like ?? 'a preview'}`,
            fix: like
              ? `write a host that is not ${like} and does not end in -${like}`
              : 'write a host that does not end in -pr and a number',
          },
        ];
      });
  },
};
