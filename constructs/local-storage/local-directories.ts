import { Lazy } from 'cdk8s';
import { Capability, HostPathVolumeType, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HOSTNAME } from '../../kubernetes/labels.ts';
import { exempt } from '../exempt.ts';
import { images } from '../versions.ts';
import { type Preparation, type Resources, Runs, Workload } from '../workload/index.ts';
import type { LocalStorageProps } from './local-storage-props.ts';
import { type LocalVolume, VOLUMES, volumesOfApp } from './volumes-of-app.ts';

/** What is prepared on one node. */
export interface LocalDirectoriesProps extends Pick<LocalStorageProps, 'node' | 'nodeLabel'> {
  /**
   * Directory on the node under which all volumes lie.
   *
   * @default /var/lib/volumes
   */
  readonly root?: string;

  /**
   * The volumes of this node, such as LocalStorages, each in a directory of its name directly under the root.
   *
   * @default - every LocalStorage of the app on this node whose directory is that, also those that are made later
   */
  readonly volumes?: readonly OwnedDirectory[];
}

/** A directory and its owner. */
type OwnedDirectory = Pick<LocalVolume, 'name' | 'owner'>;

const MOUNTED_AT = '/volumes';

/** The user `nobody` of most images: owns nothing. */
const NOBODY = 65_534;

/** Smallest figures that are worth stating: the process does nothing at all. */
const RESOURCES: Resources = {
  cpuMillis: { request: 1, limit: 50 },
  memoryMebibytes: { request: 8, limit: 16 },
  source:
    'pause and a finished shell script: under 1 MiB resident; rounded up to what container runtimes accept as a limit',
};

const EXCEPTIONS = {
  'pods-run-as-non-root': 'only root may give a directory to another user; the container ends when that is done',
  'capabilities-are-dropped':
    'CHOWN, FOWNER and FSETID are what giving a directory and its group to another user takes',
  'pods-mount-no-host-path': 'the directories of the volumes are made on the disk of the node itself',
};

/**
 * Makes the directories of a node's local volumes, with their owners, before the pods that need them start.
 *
 * It is a DaemonSet and not a Job, so that it runs again by itself on a node that the cloud has replaced: a `local`
 * volume whose directory is missing keeps its pod waiting. It needs a namespace of the Pod Security level `privileged`,
 * because it sees the node's disk as root; what stays afterwards is a process that can do nothing.
 */
export class LocalDirectories extends Construct {
  constructor(scope: Construct, id: string, props: LocalDirectoriesProps) {
    super(scope, id);
    const { node, nodeLabel = HOSTNAME, root: path = VOLUMES, volumes } = props;
    const root = Volume.fromHostPath(this, 'Root', 'root', {
      path,
      type: HostPathVolumeType.DIRECTORY_OR_CREATE,
    });
    const { controller } = new Workload(this, 'Workload', {
      name: `local-directories-${node}`,
      component: 'storage',
      image: images.pause,
      user: NOBODY,
      runs: Runs.everyNode({ [nodeLabel]: node }),
      resources: RESOURCES,
      before: {
        prepare: prepare(root, () => volumes ?? volumesOfApp(this).filter(lyingAt({ node, nodeLabel, root: path }))),
      },
      idle: true,
      node: { files: true },
    });
    for (const [policy, reason] of Object.entries(EXCEPTIONS)) exempt(controller, policy, reason);
  }
}

/** The volumes of one node in directories of their names under one root. */
function lyingAt({ node, nodeLabel, root }: Required<Omit<LocalDirectoriesProps, 'volumes'>>) {
  return (one: LocalVolume) =>
    one.node === node && one.nodeLabel === nodeLabel && one.directory === `${root}/${one.name}`;
}

function prepare(root: Volume, volumes: () => readonly OwnedDirectory[]): Preparation {
  const produce = () =>
    volumes()
      .flatMap(({ name, owner }) => directory(`${MOUNTED_AT}/${name}`, owner))
      .join('\n');
  return {
    image: images.busybox,
    resources: RESOURCES,
    // Written down at the end, when every volume has been made.
    command: ['sh', '-euc', Lazy.any({ produce })],
    volumes: { [MOUNTED_AT]: { volume: root } },
    asRoot: [Capability.CHOWN, Capability.FOWNER, Capability.FSETID],
  };
}

/**
 * Commands that may be repeated: what is inside a directory that exists already is left alone.
 *
 * Each is a line of its own: with `-e` the shell ends at the first that fails, but not at one that `&&` follows.
 *
 * The mode is the one that the kubelet gives to a volume with a group. With another one it would change the mode of every
 * file in it before each start of a pod. The bit of the group stays only for who is in it, or has FSETID.
 */
function directory(path: string, owner: number): string[] {
  return [`mkdir -p ${path}`, `chown ${owner}:${owner} ${path}`, `chmod 2770 ${path}`];
}
