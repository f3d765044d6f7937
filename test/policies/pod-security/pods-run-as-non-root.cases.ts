import { podsRunAsNonRoot } from '../../../policies/pod-security/pods-run-as-non-root.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aContainer, aDeployment, hardened } from '../support/workloads.ts';

const MISSING = { found: '', rule: 'is missing, here and on the pod', fix: 'write true' };
const LETS = { found: 'false', rule: 'lets the process be root', fix: 'write true' };
const ROOT = { found: '0', rule: 'is root', fix: 'write the number of another user, such as 10001' };

export const cases: PolicyCases = {
  policy: podsRunAsNonRoot,
  accepts: {
    'a pod that says it for all': { objects: [aDeployment()] },
    'containers that each say it': {
      objects: [
        aDeployment({
          pod: {
            securityContext: undefined,
            containers: [aContainer({ securityContext: hardened({ runAsNonRoot: true, runAsUser: 472 }) })],
          },
        }),
      ],
    },
  },
  refuses: {},
  refusesPods: {
    'nobody saying it': {
      change: { pod: { securityContext: undefined } },
      findings: [{ path: 'spec.containers[0].securityContext.runAsNonRoot', ...MISSING }],
    },
    'a pod that allows root': {
      change: { pod: { securityContext: { runAsNonRoot: false, runAsUser: 0 } } },
      findings: [
        { path: 'spec.securityContext.runAsNonRoot', ...LETS },
        { path: 'spec.securityContext.runAsUser', ...ROOT },
      ],
    },
    'a container that takes it back': {
      change: { container: { securityContext: hardened({ runAsNonRoot: false, runAsUser: 0 }) } },
      findings: [
        { path: 'spec.containers[0].securityContext.runAsNonRoot', ...LETS },
        { path: 'spec.containers[0].securityContext.runAsUser', ...ROOT },
      ],
    },
    'an init container that is root': {
      change: { pod: { initContainers: [aContainer({ securityContext: { runAsUser: 0 } })] } },
      findings: [{ path: 'spec.initContainers[0].securityContext.runAsUser', ...ROOT }],
    },
  },
};
