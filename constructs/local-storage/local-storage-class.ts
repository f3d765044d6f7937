import type { ApiObject } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct, type IConstruct } from 'constructs';
import { MANAGED_BY } from '../../kubernetes/labels.ts';
import { NO_PROVISIONER } from '../../kubernetes/volumes.ts';
import { clusterScoped } from '../cluster-scoped.ts';

/** The classes of each app, by name. */
const made = new WeakMap<IConstruct, Map<string, LocalStorageClass>>();

/** The class of local volumes: nobody provisions them, and each waits for the pod that uses it. */
export class LocalStorageClass extends Construct {
  /** What the API server sees. */
  readonly object: ApiObject;

  /** The class of an app, which the first volume brings. */
  static ensure(scope: Construct, name: string): LocalStorageClass {
    const { root } = scope.node;
    const classes = made.get(root) ?? new Map<string, LocalStorageClass>();
    made.set(root, classes);
    const known = classes.get(name) ?? new LocalStorageClass(scope, 'Class', name);
    classes.set(name, known);
    return known;
  }

  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id);
    this.object = new k8s.KubeStorageClass(this, 'Resource', {
      metadata: { name, labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } },
      provisioner: NO_PROVISIONER,
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
    });
    clusterScoped(this.object);
  }
}
