import { k8s } from 'cdk8s-plus-27';
import { Construct, type IConstruct } from 'constructs';
import { NO_PROVISIONER } from '../../kubernetes/volumes.ts';
import { MANAGED_BY } from '../../site/plan/labels.ts';
import { kept } from '../delivery/kept.ts';

const made = new WeakMap<IConstruct, LocalStorageClass>();

/** The class of all local volumes: nobody provisions them, and each waits for the pod that uses it. */
export class LocalStorageClass extends Construct {
  /** Name of the class. */
  static readonly NAME = 'local';

  /** Makes sure that the app has the class: the first volume brings it. */
  static ensure(scope: Construct): void {
    const { root } = scope.node;
    if (!made.has(root)) made.set(root, new LocalStorageClass(scope, 'Class'));
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    const storageClass = new k8s.KubeStorageClass(this, 'Resource', {
      metadata: { name: LocalStorageClass.NAME, labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } },
      provisioner: NO_PROVISIONER,
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
    });
    kept(storageClass);
  }
}
