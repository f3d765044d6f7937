import { localVolumesFitTheirDisk } from '../../../policies/storage/local-volumes-fit-their-disk.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aSiteOf } from '../support/site.ts';
import { aVolume, onNodes } from '../support/volumes.ts';

const holding = (name: string, storage: string, node = 'a') =>
  aVolume(name, { capacity: { storage }, nodeAffinity: onNodes([node]) });

/** A boot volume of 50 GB leaves 20035Mi. */
export const cases: PolicyCases = {
  policy: localVolumesFitTheirDisk,
  accepts: {
    'volumes that fill the disk to the last mebibyte': { objects: [holding('one', '15Gi'), holding('two', '4675Mi')] },
    'as much on each of two nodes': {
      site: aSiteOf('a', 'b'),
      objects: [holding('one', '15Gi'), holding('two', '15Gi', 'b')],
    },
  },
  refuses: {
    'one mebibyte too many': {
      objects: [holding('one', '15Gi'), holding('two', '4676Mi')],
      findings: [
        {
          in: 'platform.ts',
          path: 'cloud.nodes.a.bootVolumeGb',
          found: '50',
          rule: 'leaves 20035Mi for local volumes, which hold 20036Mi (shop-one 15Gi, shop-two 4676Mi)',
          fix: 'write a larger bootVolumeGb, or smaller volumes',
        },
      ],
    },
  },
};
