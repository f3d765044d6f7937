import { claimsAndVolumesNameEachOther } from '../../../policies/storage/claims-and-volumes-name-each-other.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aClaim, aLocalClass, aVolume } from '../support/volumes.ts';

const VOLUME = { in: 'PersistentVolume shop-data' };
const CLAIM = { in: 'PersistentVolumeClaim shop/data', path: 'spec.volumeName' };
const NAMES = 'write namespace and name of the claim, and the name of this volume there in spec.volumeName';

const blockClass = aLocalClass('oci-bv', { provisioner: 'blockvolume.csi.oraclecloud.com' });

export const cases: PolicyCases = {
  policy: claimsAndVolumesNameEachOther,
  accepts: {
    'a volume and its claim': { objects: [aLocalClass(), aVolume(), aClaim()] },
    'a claim that requests less than the volume gives': {
      objects: [aLocalClass(), aVolume('data', { capacity: { storage: '1Gi' } }), aClaim()],
    },
    'a claim whose volume a provisioner makes': {
      objects: [blockClass, aClaim('data', { storageClassName: 'oci-bv', volumeName: undefined })],
    },
  },
  refuses: {
    'a volume for anybody': {
      objects: [aVolume('data', { claimRef: undefined })],
      findings: [{ ...VOLUME, path: 'spec.claimRef', found: '', rule: 'is missing', fix: NAMES }],
    },
    'a volume for a claim that nobody makes': {
      objects: [aVolume()],
      findings: [
        { ...VOLUME, path: 'spec.claimRef', found: 'shop/data', rule: 'is no claim of this site', fix: NAMES },
      ],
    },
    'a claim that names no volume': {
      objects: [aLocalClass(), aVolume(), aClaim('data', { volumeName: undefined })],
      findings: [
        { ...VOLUME, path: 'spec.claimRef', found: 'shop/data', rule: 'names no volume, not this one', fix: NAMES },
        {
          ...CLAIM,
          found: '',
          rule: 'is missing, and nobody makes volumes of this class',
          fix: 'write the name of the volume that is made for this claim',
        },
      ],
    },
    'a claim of a volume that nobody makes': {
      objects: [aClaim()],
      findings: [
        { ...CLAIM, found: 'shop-data', rule: 'is no volume of this site', fix: 'write the name of one that is' },
      ],
    },
    'a volume that belongs to another claim': {
      objects: [aVolume('other'), aClaim('other'), aClaim('data', { volumeName: 'shop-other' })],
      findings: [
        {
          ...CLAIM,
          found: 'shop-other',
          rule: 'belongs to the claim shop/other',
          fix: 'write the name of a volume of its own',
        },
      ],
    },
    'a claim that requests what the volume does not give': {
      objects: [
        aVolume('data', { storageClassName: 'other', accessModes: ['ReadOnlyMany'] }),
        aClaim('data', { resources: { requests: { storage: '6Gi' } } }),
      ],
      findings: [
        {
          ...VOLUME,
          path: 'spec.storageClassName',
          found: 'other',
          rule: 'is not local, the class of the claim shop/data',
          fix: 'write the same class in both',
        },
        {
          ...VOLUME,
          path: 'spec.accessModes',
          found: 'ReadOnlyMany',
          rule: 'lacks ReadWriteOnce, which the claim shop/data requests',
          fix: 'write the same modes in both',
        },
        {
          ...VOLUME,
          path: 'spec.capacity.storage',
          found: '5Gi',
          rule: 'is less than the 6Gi that the claim shop/data requests',
          fix: 'write at least 6Gi',
        },
      ],
    },
  },
};
