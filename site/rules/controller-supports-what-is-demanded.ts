import { INGRESS_CONTROLLERS, supports } from '../../kubernetes/ingress-controllers/index.ts';
import { onceAPlace } from '../once-a-place.ts';
import { reachables } from '../plan/reach.ts';
import type { Rule } from './rule.ts';

/** Nothing is demanded of the edge that its controller would silently leave out. */
export const controllerSupportsWhatIsDemanded: Rule = {
  id: 'controller-supports-what-is-demanded',
  conflicts: (site) => {
    const { controller } = site.edge;
    if (supports(controller, 'blockedSources')) return [];
    const others = INGRESS_CONTROLLERS.filter((name) => supports(name, 'blockedSources'));
    return onceAPlace(
      reachables(site)
        .filter(({ reach }) => reach.blockFrom)
        .map(({ at }) => ({
          path: at('blockFrom'),
          with: [['edge', 'controller']],
          rule: `is not supported by ${controller}`,
          fix: `leave it out, write allowFrom instead, or edge: { controller: '${others.join("' or '")}' }`,
        })),
    );
  },
};
