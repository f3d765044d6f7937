import { scratchFitsTheLimit } from '../../../policies/containers/scratch-fits-the-limit.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aDeployment } from '../support/workloads.ts';

const volumes = (...directories: readonly object[]) => ({
  pod: { volumes: directories.map((emptyDir, index) => ({ name: `scratch-${index}`, emptyDir })) },
});

const FIX = 'write the most that may lie there, such as 64Mi';

export const cases: PolicyCases = {
  policy: scratchFitsTheLimit,
  accepts: {
    'directories that come to the limit of the containers': {
      objects: [aDeployment(volumes({ sizeLimit: '60Mi' }, { sizeLimit: '40Mi' }))],
    },
    'a directory in memory, which is no disk': {
      objects: [aDeployment(volumes({ medium: 'Memory', sizeLimit: '1Gi' }, { medium: 'Memory' }))],
    },
  },
  refuses: {},
  refusesPods: {
    'directories without a limit, and with one that is none': {
      change: volumes({}, { sizeLimit: '0' }),
      findings: [
        { path: 'spec.volumes[0].emptyDir.sizeLimit', found: '', rule: 'is missing', fix: FIX },
        { path: 'spec.volumes[1].emptyDir.sizeLimit', found: "'0'", rule: 'is no quantity above zero', fix: FIX },
      ],
    },
    'directories that come to more than the containers may use': {
      change: volumes({ sizeLimit: '64Mi' }, { sizeLimit: '64Mi' }),
      findings: [
        {
          path: 'spec.volumes',
          found: '128Mi of scratch directories',
          rule: 'is more than the 100Mi of disk that the containers may use',
          fix: "raise limits['ephemeral-storage'] of a container by at least 28Mi, or write smaller directories",
        },
      ],
    },
  },
};
