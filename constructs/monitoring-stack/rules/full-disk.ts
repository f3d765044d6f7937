import { Size } from 'cdk8s';

/** When the disk of a node counts as full. */
export interface FullDisk {
  /**
   * Free share, in percent, below which the kubelet ends pods: `imagefs.available` and `nodefs.available`.
   *
   * @default 15 the default of Kubernetes 1.34 to 1.36 for the file system of images
   */
  readonly pressurePercent?: number;

  /**
   * What is free beyond that when somebody is told, so that it is told before anything on the disk stops.
   *
   * @default Size.mebibytes(2560)
   */
  readonly toldBefore?: Size;
}

/** The same with its defaults. */
export type StatedFullDisk = Required<FullDisk>;

export function fullDiskOf({ pressurePercent = 15, toldBefore = Size.mebibytes(2560) }: FullDisk = {}): StatedFullDisk {
  return { pressurePercent, toldBefore };
}
