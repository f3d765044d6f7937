import { storageClassesAreChosen } from '../../../policies/storage/storage-classes-are-chosen.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aClaim, aLocalClass } from '../support/volumes.ts';
import { aWorkload } from '../support/workloads.ts';

const FIX = 'write the class of local volumes (LocalStorage)';
const MISSING = { found: '', rule: 'is missing, so that the cloud makes a block volume', fix: FIX };
const DEFAULT = 'storageclass.kubernetes.io/is-default-class';

export const cases: PolicyCases = {
  policy: storageClassesAreChosen,
  accepts: {
    'the class of local volumes': { objects: [aLocalClass(), aClaim()] },
    'a volume by name alone': { objects: [aClaim('data', { storageClassName: '' })] },
  },
  refuses: {
    'no class': {
      objects: [aLocalClass(), aClaim('data', { storageClassName: undefined, volumeName: undefined })],
      findings: [{ in: 'PersistentVolumeClaim shop/data', path: 'spec.storageClassName', ...MISSING }],
    },
    'a class of the cloud': {
      objects: [aLocalClass(), aClaim('data', { storageClassName: 'oci-bv', volumeName: undefined })],
      findings: [
        {
          in: 'PersistentVolumeClaim shop/data',
          path: 'spec.storageClassName',
          found: 'oci-bv',
          rule: 'has the cloud make a block volume of at least 50 GB',
          fix: FIX,
        },
      ],
    },
    'a class that nobody makes': {
      objects: [aLocalClass(), aClaim('data', { storageClassName: 'nfs', volumeName: undefined })],
      findings: [
        {
          in: 'PersistentVolumeClaim shop/data',
          path: 'spec.storageClassName',
          found: 'nfs',
          rule: 'is no class of this site',
          fix: FIX,
        },
      ],
    },
    'a class of other volumes': {
      objects: [
        aLocalClass('files', { provisioner: 'fss.csi.oraclecloud.com' }),
        aClaim('data', { storageClassName: 'files', volumeName: undefined }),
      ],
      findings: [
        {
          in: 'PersistentVolumeClaim shop/data',
          path: 'spec.storageClassName',
          found: 'files',
          rule: 'is not the class of local volumes',
          fix: FIX,
        },
      ],
    },
    'a class that makes block volumes': {
      objects: [
        aLocalClass('fast', { provisioner: 'blockvolume.csi.oraclecloud.com' }),
        aClaim('data', { storageClassName: 'fast', volumeName: undefined }),
      ],
      findings: [
        {
          in: 'PersistentVolumeClaim shop/data',
          path: 'spec.storageClassName',
          found: 'fast',
          rule: 'has the cloud make a block volume of at least 50 GB',
          fix: FIX,
        },
      ],
    },
    'the claims that a StatefulSet makes': {
      objects: [aWorkload('StatefulSet', { spec: { volumeClaimTemplates: [{ spec: {} }] } })],
      findings: [
        { in: 'StatefulSet shop/web', path: 'spec.volumeClaimTemplates[0].spec.storageClassName', ...MISSING },
      ],
    },
    'a class for all claims that name none': {
      objects: [aLocalClass('local', { metadata: { annotations: { [DEFAULT]: 'true' } } })],
      findings: [
        {
          in: 'StorageClass local',
          path: `metadata.annotations['${DEFAULT}']`,
          found: 'true',
          rule: 'gives this class to claims that name none',
          fix: 'remove it',
        },
      ],
    },
  },
  refusesPods: {
    'a claim that lives as long as the pod': {
      change: { pod: { volumes: [{ name: 'scratch', ephemeral: { volumeClaimTemplate: { spec: {} } } }] } },
      findings: [{ path: 'spec.volumes[0].ephemeral.volumeClaimTemplate.spec.storageClassName', ...MISSING }],
    },
  },
};
