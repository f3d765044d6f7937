import type { PolicyContext } from './context.ts';
import type { ClaimSpec } from './pod-spec.ts';
import { STORAGE_CLASS, type StorageClassFields } from './volumes.ts';

/** The driver by which OKE makes and attaches block volumes. */
export const BLOCK_VOLUME_DRIVER = 'blockvolume.csi.oraclecloud.com';

/** Provisioners that make a block volume: the driver, and the older one of OKE. */
const PROVISIONERS: readonly string[] = [BLOCK_VOLUME_DRIVER, 'oracle.com/oci'];

/** Class that OKE gives to claims that name none (Oracle, "Provisioning PVCs on the Block Volume Service"). */
const DEFAULT_CLASS = 'oci-bv';

/** Classes that every OKE cluster has from the start (same page, and the manifests of its cloud controller manager). */
const CLASSES_OF_OKE: readonly string[] = [DEFAULT_CLASS, 'oci-bv-encrypted', 'oci'];

/** The class by which a claim has the cloud make a block volume; absent where it makes none. */
export function blockVolumeClass(
  { storageClassName, volumeName }: ClaimSpec,
  context: PolicyContext,
): string | undefined {
  // A claim that names its volume waits for that one and has none made.
  if (volumeName || storageClassName === '') return undefined;
  const name = storageClassName ?? DEFAULT_CLASS;
  const own = context.named(STORAGE_CLASS, undefined, name);
  const { provisioner = '' } = (own?.object ?? {}) as StorageClassFields;
  const makesOne = own ? PROVISIONERS.includes(provisioner) : CLASSES_OF_OKE.includes(name);
  return makesOne ? name : undefined;
}
