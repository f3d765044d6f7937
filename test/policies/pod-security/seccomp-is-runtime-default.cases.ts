import { seccompIsRuntimeDefault } from '../../../policies/pod-security/seccomp-is-runtime-default.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aContainer, aDeployment, hardened } from '../support/workloads.ts';

const FIX = 'write RuntimeDefault';
const profile = (type: string) => ({ seccompProfile: { type } });

export const cases: PolicyCases = {
  policy: seccompIsRuntimeDefault,
  accepts: {
    'a pod that says it for all': { objects: [aDeployment()] },
    'containers that each say it': {
      objects: [
        aDeployment({
          pod: {
            securityContext: {},
            containers: [aContainer({ securityContext: hardened(profile('RuntimeDefault')) })],
          },
        }),
      ],
    },
  },
  refuses: {},
  refusesPods: {
    'nobody saying it': {
      change: { pod: { securityContext: {} } },
      findings: [
        {
          path: 'spec.containers[0].securityContext.seccompProfile.type',
          found: '',
          rule: 'is missing, here and on the pod',
          fix: FIX,
        },
      ],
    },
    'a pod without a filter': {
      change: { pod: { securityContext: profile('Unconfined') } },
      findings: [
        { path: 'spec.securityContext.seccompProfile.type', found: 'Unconfined', rule: 'is another profile', fix: FIX },
      ],
    },
    'an init container with a filter of its own': {
      change: { pod: { initContainers: [aContainer({ securityContext: profile('Localhost') })] } },
      findings: [
        {
          path: 'spec.initContainers[0].securityContext.seccompProfile.type',
          found: 'Localhost',
          rule: 'is another profile',
          fix: FIX,
        },
      ],
    },
  },
};
