import { ApiObject, Chart, Size } from 'cdk8s';
import { k8s, PersistentVolume, PersistentVolumeAccessMode, PersistentVolumeClaim, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { SMALLEST_VOLUME } from '../../site/fields/disks.ts';
import { sizeText } from '../../site/index.ts';
import { labelsOf } from '../../site/plan/labels.ts';
import { STORAGE_NODE } from '../../site/plan/volumes.ts';
import { kept } from '../delivery/kept.ts';
import { LocalStorageClass } from './local-storage-class.ts';
import type { LocalStorageProps } from './local-storage-props.ts';

/**
 * What the claim asks for.
 *
 * A claim can never grow without a provisioner, so it asks for little and takes what the volume gives; the size of the
 * volume may then change in `platform.ts` at any time.
 */
const CLAIMED = Size.mebibytes(SMALLEST_VOLUME.mebibytes);

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
 *   name: 'metrics', node: 'a', size: Size.gibibytes(5), directory: '/var/lib/armstead/metrics', owner: 10_001,
 * });
 * new Workload(chart, 'Metrics', { ..., runs: Runs.alone(), volumes: { '/data': { volume: storage.volume } } });
 */
export class LocalStorage extends Construct {
  /** Name of the claim: `metrics-a`. */
  readonly claimName: string;

  /** The claim as a volume of a pod. */
  readonly volume: Volume;

  constructor(scope: Construct, id: string, props: LocalStorageProps) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    if (!namespace)
      throw new Error(`LocalStorage ${this.node.path}: its chart has no namespace, so nothing can claim it`);
    this.claimName = `${props.name}-${props.node}`;
    const labels = labelsOf({ name: props.name, component: 'storage', folder: Chart.of(this).node.id });

    LocalStorageClass.ensure(this);
    const volumeName = `${namespace}-${this.claimName}`;
    this.defineVolume(volumeName, namespace, props, labels);
    const claim = this.defineClaim(volumeName, labels);
    this.volume = Volume.fromPersistentVolumeClaim(this, 'Volume', claim, { name: props.name });
  }

  private defineVolume(
    name: string,
    namespace: string,
    props: LocalStorageProps,
    labels: Record<string, string>,
  ): void {
    const volume = new k8s.KubePersistentVolume(this, 'Resource', {
      metadata: { name, labels },
      spec: {
        accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
        capacity: { storage: k8s.Quantity.fromString(sizeText({ mebibytes: props.size.toMebibytes() })) },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: this.claimName },
        local: { path: props.directory },
        nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [onNode(props.node)] }] } },
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: LocalStorageClass.NAME,
        volumeMode: 'Filesystem',
      },
    });
    volume.metadata.addAnnotation(ANNOTATION.data, `lies on the disk of node ${props.node} alone and dies with it`);
    kept(volume);
  }

  private defineClaim(volumeName: string, labels: Record<string, string>): PersistentVolumeClaim {
    const claim = new PersistentVolumeClaim(this, 'Claim', {
      metadata: { name: this.claimName, labels },
      accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE],
      storage: CLAIMED,
      storageClassName: LocalStorageClass.NAME,
      volume: PersistentVolume.fromPersistentVolumeName(this, 'Reference', volumeName),
    });
    kept(ApiObject.of(claim));
    return claim;
  }
}

function onNode(key: string) {
  return { key: STORAGE_NODE, operator: 'In', values: [key] };
}
