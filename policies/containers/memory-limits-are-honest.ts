import { bytesText, quantity } from '../../kubernetes/quantities.ts';
import { shown } from '../../site/index.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** The scheduler counts requests; a limit far above them is memory that is promised to several at once. */
export const memoryLimitsAreHonest: Policy = {
  id: 'memory-limits-are-honest',
  title: 'A memory limit is at least the request and at most twice the request.',
  why:
    'The scheduler counts requests only. Limits far above them promise the same memory to several pods, and the node ' +
    'then kills whichever grows last.',
  check: eachContainer(({ container: { resources } }) => {
    const request = quantity(resources?.requests?.memory);
    const limit = quantity(resources?.limits?.memory);
    if (!request || !limit) return [];
    const stated = shown(resources?.requests?.memory);
    const at = { path: ['resources', 'limits', 'memory'], found: shown(resources?.limits?.memory) };
    if (limit < request) {
      return [{ ...at, rule: `is less than the request of ${stated}`, fix: `write at least ${stated}` }];
    }
    if (limit <= 2 * request) return [];
    return [
      {
        ...at,
        rule: `is more than twice the request of ${stated}`,
        fix: `write at most ${bytesText(2 * request)}, or a request of at least ${bytesText(Math.ceil(limit / 2))}`,
      },
    ];
  }),
};
