import {
  BLOCK_VOLUME_CLASSES,
  BLOCK_VOLUME_DRIVER,
  DEFAULT_BLOCK_VOLUME_CLASS,
} from '../../kubernetes/block-volumes.ts';
import type { ClaimSpec } from '../../kubernetes/pod-spec.ts';
import { STORAGE_CLASS, type StorageClassFields } from '../../kubernetes/volumes.ts';
import type { PolicyContext } from './context.ts';

/** Provisioners that make a block volume: the driver, and the older one of OKE. */
const PROVISIONERS: readonly string[] = [BLOCK_VOLUME_DRIVER, 'oracle.com/oci'];

/** The class by which a claim has the cloud make a block volume; absent where it makes none. */
export function blockVolumeClass(
  { storageClassName, volumeName }: ClaimSpec,
  context: PolicyContext,
): string | undefined {
  // A claim that names its volume waits for that one and has none made.
  if (volumeName || storageClassName === '') return undefined;
  const name = storageClassName ?? DEFAULT_BLOCK_VOLUME_CLASS;
  const own = context.named(STORAGE_CLASS, undefined, name);
  const { provisioner = '' } = (own?.object ?? {}) as StorageClassFields;
  const makesOne = own ? PROVISIONERS.includes(provisioner) : BLOCK_VOLUME_CLASSES.includes(name);
  return makesOne ? name : undefined;
}
