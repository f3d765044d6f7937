import { UNSUPPORTED } from '../../kubernetes/ingress-controllers.ts';
import { reachables } from '../plan/reach.ts';
import type { Rule } from './rule.ts';

/** Nothing is demanded of the edge that its controller would silently leave out. */
export const controllerSupportsWhatIsDemanded: Rule = {
  id: 'controller-supports-what-is-demanded',
  conflicts: (site) => {
    const { controller } = site.edge;
    return reachables(site)
      .filter(({ reach }) => reach.blockFrom && UNSUPPORTED[controller].includes('blockedSources'))
      .map(({ path }) => ({
        path: [...path, 'blockFrom'],
        with: [['edge', 'controller']],
        rule: `is not supported by ${controller}`,
        fix: "leave it out, write allowFrom instead, or edge: { controller: 'ingress-nginx' }",
      }));
  },
};
