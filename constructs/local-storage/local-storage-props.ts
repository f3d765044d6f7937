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
   * Space that the workload may fill, at least 1 GiB.
   *
   * Nothing stops it from filling more; the size is what the plan of the node's disk counts.
   */
  readonly size: Size;

  /**
   * The node that holds the data: the value of its label `nodeLabel`.
   *
   * The workload can then run on that node only.
   */
  readonly node: string;

  /**
   * Key of the label by which the node is known. Where the cloud replaces machines, a label of its own survives them
   * better than the name of a node does.
   *
   * @default kubernetes.io/hostname
   */
  readonly nodeLabel?: string;

  /**
   * Absolute path of the directory on the node, which no other volume has.
   *
   * @default - /var/lib/volumes/<name>
   */
  readonly directory?: string;

  /**
   * Numeric user and group of the process that writes; the directory is given to it before first use.
   *
   * @default 10000
   */
  readonly owner?: number;

  /**
   * Name of the storage class, which the first volume of the app makes.
   *
   * @default local
   */
  readonly storageClass?: string;
}
