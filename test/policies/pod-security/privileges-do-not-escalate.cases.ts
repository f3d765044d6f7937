import { privilegesDoNotEscalate } from '../../../policies/pod-security/privileges-do-not-escalate.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aContainer, aDeployment, hardened } from '../support/workloads.ts';

const FIX = 'write false';

export const cases: PolicyCases = {
  policy: privilegesDoNotEscalate,
  accepts: { 'containers that forbid it': { objects: [aDeployment()] } },
  refuses: {},
  refusesPods: {
    'a container that allows it': {
      change: { container: { securityContext: hardened({ allowPrivilegeEscalation: true }) } },
      findings: [
        {
          path: 'spec.containers[0].securityContext.allowPrivilegeEscalation',
          found: 'true',
          rule: 'lets a process become root',
          fix: FIX,
        },
      ],
    },
    'an init container that says nothing': {
      change: { pod: { initContainers: [aContainer({ securityContext: undefined })] } },
      findings: [
        {
          path: 'spec.initContainers[0].securityContext.allowPrivilegeEscalation',
          found: '',
          rule: 'is missing, and then allowed',
          fix: FIX,
        },
      ],
    },
  },
};
