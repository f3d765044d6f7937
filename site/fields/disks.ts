import { check } from './breach.ts';
import { type Size, size, sizeText } from './quantities.ts';

/** The largest boot volume that the cloud gives, 32 TB. */
export const LARGEST_BOOT_VOLUME_GB = 32_768;

/** More than any disk of a node holds. */
const LARGEST: Size = { mebibytes: LARGEST_BOOT_VOLUME_GB * 1024 };

/** What the claim of every local volume requests, so that its volume may be larger or smaller later. */
export const SMALLEST_VOLUME: Size = { mebibytes: 1024 };

/** The size of a local volume. */
export const volumeSize = size(
  check('fills-a-claim', ({ mebibytes }) => mebibytes >= SMALLEST_VOLUME.mebibytes, {
    rule: `is less than the ${sizeText(SMALLEST_VOLUME)} that the claim of every local volume requests`,
    fix: `write at least ${sizeText(SMALLEST_VOLUME)}`,
  }),
  check('fits-a-disk', ({ mebibytes }) => mebibytes <= LARGEST.mebibytes, {
    rule: 'is more than any disk of a node holds',
    fix: `write at most ${sizeText(LARGEST)}`,
  }),
);
