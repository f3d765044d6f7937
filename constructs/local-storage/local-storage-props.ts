import type { Size } from 'cdk8s';

/** A directory on the disk of one node, as a volume for one workload. */
export interface LocalStorageProps {
  /**
   * Name of the volume; the claim is called `<name>-<node>`.
   *
   * Never change it once data exists: a new name is a new, empty volume.
   */
  readonly name: string;

  /**
   * Space that the workload may fill.
   *
   * Nothing stops it from filling more; the size is what the plan of the node's disk counts.
   */
  readonly size: Size;

  /**
   * Key of the node in `platform.ts`, which is the value of its label `storage-node`.
   *
   * The workload can then run on that node only. Names of nodes would not do: they change when the cloud replaces one.
   */
  readonly node: string;

  /** Absolute path of the directory on the node. */
  readonly directory: string;

  /** Numeric user and group of the process that writes; the directory is given to it before first use. */
  readonly owner: number;
}
