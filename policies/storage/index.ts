import type { Policy } from '../policy.ts';
import { claimsAndVolumesNameEachOther } from './claims-and-volumes-name-each-other.ts';
import { disksFitTheAllowance } from './disks-fit-the-allowance.ts';
import { localVolumesBelongToOneNode } from './local-volumes-belong-to-one-node.ts';
import { localVolumesFitTheirDisk } from './local-volumes-fit-their-disk.ts';
import { localVolumesHaveTheirOwnDirectory } from './local-volumes-have-their-own-directory.ts';
import { storageClassesAreChosen } from './storage-classes-are-chosen.ts';

/** Where data lies, and that it costs nothing by accident. */
export const storagePolicies: readonly Policy[] = [
  localVolumesBelongToOneNode,
  localVolumesHaveTheirOwnDirectory,
  localVolumesFitTheirDisk,
  claimsAndVolumesNameEachOther,
  storageClassesAreChosen,
  disksFitTheAllowance,
];
