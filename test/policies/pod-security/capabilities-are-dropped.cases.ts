import { capabilitiesAreDropped } from '../../../policies/pod-security/capabilities-are-dropped.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment, hardened } from '../support/workloads.ts';

const DROP = "write ['ALL']";
const having = (capabilities: unknown) => ({ container: { securityContext: hardened({ capabilities }) } });

export const cases: PolicyCases = {
  policy: capabilitiesAreDropped,
  accepts: {
    'all dropped': { objects: [aDeployment()] },
    'all dropped and low ports allowed': {
      objects: [aDeployment(having({ drop: ['ALL'], add: ['NET_BIND_SERVICE'] }))],
    },
  },
  refuses: {},
  refusesPods: {
    'nothing dropped': {
      change: having(undefined),
      findings: [
        { path: 'spec.containers[0].securityContext.capabilities.drop', found: '', rule: 'is missing', fix: DROP },
      ],
    },
    'some dropped, some added': {
      change: having({ drop: ['NET_RAW', 'MKNOD'], add: ['CHOWN', 'NET_BIND_SERVICE', 'SYS_ADMIN'] }),
      findings: [
        {
          path: 'spec.containers[0].securityContext.capabilities.drop',
          found: 'NET_RAW, MKNOD',
          rule: 'drops some only',
          fix: DROP,
        },
        {
          path: 'spec.containers[0].securityContext.capabilities.add',
          found: 'CHOWN, SYS_ADMIN',
          rule: 'is part of root',
          fix: 'remove it',
        },
      ],
    },
  },
};
