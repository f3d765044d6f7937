import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** No container is one in name only. */
export const containersAreNotPrivileged: Policy = {
  id: 'containers-are-not-privileged',
  title: 'No container is privileged.',
  why: 'A privileged container sees every device of the node and is as good as a shell of root on it.',
  check: eachContainer(function* ({ container: { securityContext } }) {
    if (securityContext?.privileged === true) {
      yield {
        path: ['securityContext', 'privileged'],
        found: 'true',
        rule: 'gives it the whole node',
        fix: 'remove it',
      };
    }
    if (securityContext?.windowsOptions?.hostProcess === true) {
      yield {
        path: ['securityContext', 'windowsOptions', 'hostProcess'],
        found: 'true',
        rule: 'makes it a process of the node',
        fix: 'remove it',
      };
    }
  }),
};
