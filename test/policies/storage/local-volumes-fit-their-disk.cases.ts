import { localVolumesFitTheirDisk } from '../../../policies/storage/local-volumes-fit-their-disk.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aSiteOf } from '../support/site.ts';
import { aVolume, onNodes } from '../support/volumes.ts';

const holding = (name: string, storage: string, node = 'a') =>
  aVolume(name, { capacity: { storage }, nodeAffinity: onNodes([node]) });

/** A boot volume of 50 GB leaves 16486Mi. */
export const cases: PolicyCases = {
  policy: localVolumesFitTheirDisk,
  accepts: {
    'volumes that fill the disk to the last mebibyte': { objects: [holding('one', '12Gi'), holding('two', '4198Mi')] },
    'as much on each of two nodes': {
      site: aSiteOf('a', 'b'),
      objects: [holding('one', '14Gi'), holding('two', '14Gi', 'b')],
    },
  },
  refuses: {
    'one mebibyte too many': {
      objects: [holding('one', '12Gi'), holding('two', '4199Mi')],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes.a.bootVolumeGb',
          found: '50',
          rule: 'leaves 16486Mi for local volumes, which hold 16487Mi (shop-one 12Gi, shop-two 4199Mi)',
          fix: 'write a larger bootVolumeGb, or smaller volumes',
        },
      ],
    },
  },
};
