import { memoryLimitsAreHonest } from '../../../policies/containers/memory-limits-are-honest.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const memory = (request: unknown, limit: unknown) => ({
  resources: { requests: { memory: request }, limits: { memory: limit } },
});

export const cases: PolicyCases = {
  policy: memoryLimitsAreHonest,
  accepts: {
    'a limit of exactly twice the request': { objects: [aDeployment({ container: memory('512Mi', '1Gi') })] },
    'a limit that is the request': { objects: [aDeployment({ container: memory('1Gi', '1Gi') })] },
    'what another policy refuses: no request at all': {
      objects: [aDeployment({ container: memory(undefined, '1Gi') })],
    },
  },
  refuses: {},
  refusesPods: {
    'a limit of more than twice the request': {
      change: { container: memory('64Mi', '200Mi') },
      findings: [
        {
          path: 'spec.containers[0].resources.limits.memory',
          found: '200Mi',
          rule: 'is more than twice the request of 64Mi',
          fix: 'write at most 128Mi, or a request of at least 100Mi',
        },
      ],
    },
    'a limit below the request': {
      change: { container: memory('1Gi', '512Mi') },
      findings: [
        {
          path: 'spec.containers[0].resources.limits.memory',
          found: '512Mi',
          rule: 'is less than the request of 1Gi',
          fix: 'write at least 1Gi',
        },
      ],
    },
  },
};
