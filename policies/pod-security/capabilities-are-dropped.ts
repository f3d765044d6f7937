import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The one capability that the level `restricted` lets a container add: ports below 1024. */
const ALLOWED = 'NET_BIND_SERVICE';

/** Every container gives up all capabilities of Linux. */
export const capabilitiesAreDropped: Policy = {
  id: 'capabilities-are-dropped',
  title: `Every container drops all capabilities and adds none but ${ALLOWED}.`,
  why: 'Capabilities are parts of root. What runs as another user has no use for them, and an attacker has.',
  check: eachContainer(function* ({ container: { securityContext } }) {
    const { add = [], drop = [] } = securityContext?.capabilities ?? {};
    const path = ['securityContext', 'capabilities'];
    if (!drop.includes('ALL')) {
      yield {
        path: [...path, 'drop'],
        found: drop.join(', '),
        rule: drop.length === 0 ? 'is missing' : 'drops some only',
        fix: "write ['ALL']",
      };
    }
    const added = add.filter((name) => name !== ALLOWED);
    if (added.length > 0) {
      yield { path: [...path, 'add'], found: added.join(', '), rule: 'is part of root', fix: 'remove it' };
    }
  }),
};
