import { memoryLimitsLetContainersStart } from '../../../policies/containers/memory-limits-let-containers-start.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const memory = (limit: unknown) => ({ resources: { limits: { memory: limit } } });

export const cases: PolicyCases = {
  policy: memoryLimitsLetContainersStart,
  accepts: {
    'exactly as much as the runtime wants': { objects: [aDeployment({ container: memory('12Mi') })] },
    'what another policy refuses: no limit at all': { objects: [aDeployment({ container: memory(undefined) })] },
  },
  refuses: {},
  refusesPods: {
    less: {
      change: { container: memory('11.9Mi') },
      findings: [
        {
          path: 'spec.containers[0].resources.limits.memory',
          found: '11.9Mi',
          rule: 'is less than the container runtime starts a container with',
          fix: 'write at least 12Mi; the request may be smaller, down to half',
        },
      ],
    },
  },
};
