import { podsMountNoHostPath } from '../../../policies/pod-security/pods-mount-no-host-path.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aClaim, aVolume } from '../support/volumes.ts';
import { aDeployment } from '../support/workloads.ts';

const REFUSAL = { rule: 'is a path of the node', fix: 'write a claim of a local volume (LocalStorage)' };

export const cases: PolicyCases = {
  policy: podsMountNoHostPath,
  accepts: {
    'a claim of a local volume': {
      objects: [
        aVolume(),
        aClaim(),
        aDeployment({ pod: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] } }),
      ],
    },
  },
  refuses: {
    'a PersistentVolume on a path of the node': {
      objects: [aVolume('data', { local: undefined, hostPath: { path: '/data' } })],
      findings: [{ in: 'PersistentVolume shop-data', path: 'spec.hostPath.path', found: '/data', ...REFUSAL }],
    },
  },
  refusesPods: {
    'a path of the node': {
      change: { pod: { volumes: [{ name: 'root', hostPath: { path: '/' } }] } },
      findings: [{ path: 'spec.volumes[0].hostPath.path', found: '/', ...REFUSAL }],
    },
  },
};
