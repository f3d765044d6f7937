import { ApiObject, Chart, Size } from 'cdk8s';
import {
  Capability,
  type ContainerProps,
  Cpu,
  DaemonSet,
  HostPathVolumeType,
  ImagePullPolicy,
  LabelSelector,
  Node,
  NodeLabelQuery,
  Volume,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { labelsOf, selectorOf } from '../../site/plan/labels.ts';
import { STORAGE_NODE } from '../../site/plan/volumes.ts';
import { exempt } from '../exempt.ts';
import { refine } from '../refine.ts';
import { images } from '../versions.ts';
import { boundDisk } from '../workload/disk.ts';
import { harden } from '../workload/harden.ts';
import { prioritise } from '../workload/priority.ts';
import { unconfine } from '../workload/unconfine.ts';
import type { LocalStorageProps } from './local-storage-props.ts';

/** What is prepared on one node. */
export interface LocalDirectoriesProps {
  /** Key of the node in `platform.ts`. */
  readonly node: string;

  /** Directory on the node under which all volumes lie. */
  readonly root: string;

  /** The volumes of this node, each in a directory directly under the root. */
  readonly volumes: readonly Pick<LocalStorageProps, 'name' | 'owner'>[];
}

const MOUNTED_AT = '/volumes';

/** Smallest figures that are worth stating: the process does nothing at all. */
const IDLE = {
  cpu: { request: Cpu.millis(1), limit: Cpu.millis(50) },
  memory: { request: Size.mebibytes(8), limit: Size.mebibytes(16) },
};

const SOURCE =
  'pause and a finished shell script: under 1 MiB resident; rounded up to what container runtimes accept as a limit';

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
    const name = `local-directories-${props.node}`;
    const folder = Chart.of(this).node.id;
    const labels = labelsOf({ name, component: 'storage', folder });
    const root = Volume.fromHostPath(this, 'Root', 'root', {
      path: props.root,
      type: HostPathVolumeType.DIRECTORY_OR_CREATE,
    });

    const set = new DaemonSet(this, 'Resource', {
      select: false,
      metadata: { name, labels },
      podMetadata: { labels },
      initContainers: [prepare(props, root)],
      containers: [idle()],
      securityContext: { user: NOBODY, group: NOBODY },
    });
    set.select(LabelSelector.of({ labels: { ...selectorOf({ name, folder }) } }));
    set.scheduling.attract(Node.labeled(NodeLabelQuery.is(STORAGE_NODE, props.node)));
    set.metadata.addAnnotation(ANNOTATION.requestsSource, SOURCE);
    refine(set, (rendered) => {
      harden(rendered, false);
      prioritise(rendered);
      boundDisk(rendered);
    });
    unconfine(set);
    for (const [policy, reason] of Object.entries(EXCEPTIONS)) exempt(ApiObject.of(set), policy, reason);
  }
}

/** The user `nobody` of most images: owns nothing. */
const NOBODY = 65_534;

function prepare({ volumes }: LocalDirectoriesProps, root: Volume): ContainerProps {
  return {
    name: 'prepare',
    image: images.busybox,
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    command: ['sh', '-euc', volumes.flatMap(({ name, owner }) => directory(`${MOUNTED_AT}/${name}`, owner)).join('\n')],
    volumeMounts: [{ path: MOUNTED_AT, volume: root }],
    resources: IDLE,
    securityContext: {
      user: 0,
      group: 0,
      ensureNonRoot: false,
      capabilities: { add: [Capability.CHOWN, Capability.FOWNER, Capability.FSETID] },
    },
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

function idle(): ContainerProps {
  return { name: 'idle', image: images.pause, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT, resources: IDLE };
}
