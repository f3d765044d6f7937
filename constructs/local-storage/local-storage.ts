import { ApiObject, Chart, Size, SizeRoundingBehavior } from 'cdk8s';
import { k8s, PersistentVolume, PersistentVolumeAccessMode, PersistentVolumeClaim, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { HOSTNAME, type Labels, labelsOf } from '../../kubernetes/labels.ts';
import { mebibytesText } from '../../kubernetes/quantities.ts';
import { clusterScoped } from '../cluster-scoped.ts';
import { refuse } from '../refuse.ts';
import { LocalStorageClass } from './local-storage-class.ts';
import type { LocalStorageProps } from './local-storage-props.ts';
import { takeUp, VOLUMES } from './volumes-of-app.ts';

/**
 * What the claim requests.
 *
 * A claim can never grow without a provisioner, so it requests little and takes what the volume gives; the size of the
 * volume may then change at any time.
 */
const CLAIMED = Size.gibibytes(1);

/** Any user but 0, and none that an image or a node is known to have. */
const OWNER = 10_000;

/**
 * A volume on the disk of one node, bound to one claim before anything else can take it.
 *
 * **The data dies with the node.** It survives every restart and every removal from git, but not the loss of the
 * machine: what cannot be made again needs a backup elsewhere.
 *
 * The chart in which it is made must have a namespace. A `LocalDirectories` on the same node prepares the directory.
 *
 * @example
 * const storage = new LocalStorage(chart, 'Data', {
 *   name: 'metrics', node: 'a', size: Size.gibibytes(5), owner: 10_001,
 * });
 * new Workload(chart, 'Metrics', { ..., runs: Runs.alone(), volumes: { '/data': { volume: storage.volume } } });
 */
export class LocalStorage extends Construct {
  /** Name of the volume: `metrics`. */
  readonly name: string;

  /** Name of the claim: `metrics-a`. */
  readonly claimName: string;

  /** The claim as a volume of a pod. */
  readonly volume: Volume;

  /** Numeric user and group to whom the directory belongs. */
  readonly owner: number;

  /** Space that the workload may fill. */
  readonly size: Size;

  /** Volume, claim and class as the API server sees them: what must stay where data is to stay. */
  readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, props: LocalStorageProps) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    if (!namespace)
      throw new Error(`LocalStorage ${this.node.path}: its chart has no namespace, so nothing can claim it`);
    const { name, node, nodeLabel = HOSTNAME, owner = OWNER, directory = `${VOLUMES}/${name}` } = props;
    refuse(this, [sizeProblem(props), takeUp(this, { name, owner, directory, node, nodeLabel })]);
    this.name = name;
    this.claimName = `${name}-${node}`;
    this.owner = owner;
    this.size = props.size;
    const labels = labelsOf({ name: props.name, component: 'storage', folder: Chart.of(this).node.id });

    const className = props.storageClass ?? 'local';
    const storageClass = LocalStorageClass.ensure(this, className);
    const volumeName = `${namespace}-${this.claimName}`;
    const volume = this.defineVolume(volumeName, namespace, className, { ...props, directory }, labels);
    const claim = this.defineClaim(volumeName, className, labels);
    this.volume = Volume.fromPersistentVolumeClaim(this, 'Volume', claim, { name: props.name });
    this.objects = [volume, ApiObject.of(claim), storageClass.object];
  }

  private defineVolume(
    name: string,
    namespace: string,
    storageClassName: string,
    { size, directory, node, nodeLabel = HOSTNAME }: LocalStorageProps & { readonly directory: string },
    labels: Labels,
  ): ApiObject {
    const onNode = { key: nodeLabel, operator: 'In', values: [node] };
    const volume = new k8s.KubePersistentVolume(this, 'Resource', {
      metadata: { name, labels },
      spec: {
        accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
        capacity: { storage: k8s.Quantity.fromString(mebibytesText(size.toMebibytes())) },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: this.claimName },
        local: { path: directory },
        nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [onNode] }] } },
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName,
        volumeMode: 'Filesystem',
      },
    });
    clusterScoped(volume);
    volume.metadata.addAnnotation(ANNOTATION.data, `lies on the disk of node ${node} alone and dies with it`);
    return volume;
  }

  private defineClaim(volumeName: string, storageClassName: string, labels: Labels): PersistentVolumeClaim {
    return new PersistentVolumeClaim(this, 'Claim', {
      metadata: { name: this.claimName, labels },
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
      storage: CLAIMED,
      storageClassName,
      volume: PersistentVolume.fromPersistentVolumeName(this, 'Reference', volumeName),
    });
  }
}

function sizeProblem({ size }: LocalStorageProps): string | undefined {
  const mebibytes = size.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR });
  if (mebibytes >= CLAIMED.toMebibytes()) return undefined;
  return `'size' must be at least 1Gi, which the claim of every local volume requests, got ${mebibytesText(mebibytes)}; use Size.gibibytes(1)`;
}
