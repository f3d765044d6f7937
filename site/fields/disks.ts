import { check } from './breach.ts';
import { type Size, size, sizeText } from './quantities.ts';

/** The largest boot volume that the cloud gives, 32 TB. */
export const LARGEST_BOOT_VOLUME_GB = 32_768;

/** More than any disk of a node holds. */
const LARGEST: Size = { mebibytes: LARGEST_BOOT_VOLUME_GB * 1024 };

/** What the claim of every local volume asks for, so that its volume may be larger or smaller later. */
const CLAIMED: Size = { mebibytes: 1024 };

/** The size of a local volume. */
export const volumeSize = size(
  check('fills-a-claim', ({ mebibytes }) => mebibytes >= CLAIMED.mebibytes, {
    rule: `is less than the ${sizeText(CLAIMED)} that the claim of every local volume asks for`,
    fix: `write at least ${sizeText(CLAIMED)}`,
  }),
  check('fits-a-disk', ({ mebibytes }) => mebibytes <= LARGEST.mebibytes, {
    rule: 'is more than any disk of a node holds',
    fix: `write at most ${sizeText(LARGEST)}`,
  }),
);
