import { quantity } from '../../kubernetes/quantities.ts';
import { shown } from '../../site/index.ts';
import { eachContainer } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** CRI-O's floor with runc, 12 MiB (its `pkg/config/config.go`); OKE's nodes run CRI-O. */
const FLOOR = 12 * 1024 * 1024;

/** CRI-O does not start a container whose memory limit it takes for too small to start in. */
export const memoryLimitsLetContainersStart: Policy = {
  id: 'memory-limits-let-containers-start',
  title: 'A memory limit is at least 12Mi.',
  why:
    'The nodes of OKE run CRI-O, which refuses to start a container with less ("set memory limit too low"). On other ' +
    'runtimes the same object works, so nothing else would tell.',
  check: eachContainer(({ container: { resources } }) => {
    const limit = quantity(resources?.limits?.memory);
    if (!limit || limit >= FLOOR) return [];
    return [
      {
        path: ['resources', 'limits', 'memory'],
        found: shown(resources?.limits?.memory),
        rule: 'is less than the container runtime starts a container with',
        fix: 'write at least 12Mi; the request may be smaller, down to half',
      },
    ];
  }),
};
