import { containersAreNotPrivileged } from '../../../policies/pod-security/containers-are-not-privileged.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment, hardened } from '../support/workloads.ts';

export const cases: PolicyCases = {
  policy: containersAreNotPrivileged,
  accepts: {
    'containers that say nothing of it': { objects: [aDeployment()] },
    'containers that deny it': {
      objects: [aDeployment({ container: { securityContext: hardened({ privileged: false }) } })],
    },
  },
  refuses: {},
  refusesPods: {
    'a privileged container': {
      change: { container: { securityContext: { privileged: true, windowsOptions: { hostProcess: true } } } },
      findings: [
        {
          path: 'spec.containers[0].securityContext.privileged',
          found: 'true',
          rule: 'gives it the whole node',
          fix: 'remove it',
        },
        {
          path: 'spec.containers[0].securityContext.windowsOptions.hostProcess',
          found: 'true',
          rule: 'makes it a process of the node',
          fix: 'remove it',
        },
      ],
    },
  },
};
