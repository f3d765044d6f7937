import type { Policy } from '../policy.ts';
import { containersHaveRequestsAndLimits } from './containers-have-requests-and-limits.ts';
import { imagesAreExact } from './images-are-exact.ts';
import { memoryLimitsAreHonest } from './memory-limits-are-honest.ts';
import { memoryLimitsFitTheNode } from './memory-limits-fit-the-node.ts';
import { memoryLimitsLetContainersStart } from './memory-limits-let-containers-start.ts';
import { podsFitTheNodes } from './pods-fit-the-nodes.ts';
import { requestsHaveASource } from './requests-have-a-source.ts';
import { scratchFitsTheLimit } from './scratch-fits-the-limit.ts';

/** What runs in a container, and what it may use. */
export const containerPolicies: readonly Policy[] = [
  imagesAreExact,
  containersHaveRequestsAndLimits,
  memoryLimitsAreHonest,
  memoryLimitsLetContainersStart,
  requestsHaveASource,
  scratchFitsTheLimit,
  memoryLimitsFitTheNode,
  podsFitTheNodes,
];
