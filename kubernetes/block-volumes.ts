/** The driver by which OKE makes and attaches block volumes. */
export const BLOCK_VOLUME_DRIVER = 'blockvolume.csi.oraclecloud.com';

/** Class that OKE gives to claims that name none (Oracle, "Provisioning PVCs on the Block Volume Service"). */
export const DEFAULT_BLOCK_VOLUME_CLASS = 'oci-bv';

/**
 * Classes of block volumes that every OKE cluster has from the start (same page, and the manifests of its cloud controller
 * manager).
 */
export const BLOCK_VOLUME_CLASSES: readonly string[] = [DEFAULT_BLOCK_VOLUME_CLASS, 'oci-bv-encrypted', 'oci'];
