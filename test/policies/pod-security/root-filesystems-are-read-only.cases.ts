import { rootFilesystemsAreReadOnly } from '../../../policies/pod-security/root-filesystems-are-read-only.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aContainer, aDeployment, hardened } from '../support/workloads.ts';

const FIX = 'write true, and mount an emptyDir with a sizeLimit where it must write';

export const cases: PolicyCases = {
  policy: rootFilesystemsAreReadOnly,
  accepts: { 'containers that cannot write': { objects: [aDeployment()] } },
  refuses: {},
  refusesPods: {
    'a container that can': {
      change: { container: { securityContext: hardened({ readOnlyRootFilesystem: false }) } },
      findings: [
        {
          path: 'spec.containers[0].securityContext.readOnlyRootFilesystem',
          found: 'false',
          rule: 'lets the process write into its own image',
          fix: FIX,
        },
      ],
    },
    'an init container that says nothing': {
      change: { pod: { initContainers: [aContainer({ securityContext: {} })] } },
      findings: [
        {
          path: 'spec.initContainers[0].securityContext.readOnlyRootFilesystem',
          found: '',
          rule: 'is missing',
          fix: FIX,
        },
      ],
    },
  },
};
