import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { labelsOf } from '../../kubernetes/labels.ts';
import { exempt } from '../exempt.ts';
import { NOTHING_RENTED, quantities } from '../nothing-rented.ts';

/** A namespace in which somebody may change what runs. */
export interface OwnNamespaceProps {
  /** Name of the namespace, which somebody else makes. */
  readonly namespace: string;

  /**
   * Names of priority classes that its pods may not have, beside those that every cluster has.
   *
   * @default - none
   */
  readonly ranks?: readonly string[];
}

/** Classes that every cluster has: their pods push out all others. */
const SYSTEM_RANKS = ['system-cluster-critical', 'system-node-critical'];

/** What Kubernetes lets every holder of the role `edit` do and the site does not: rent, and push out its own pods. */
export class OwnNamespace extends Construct {
  constructor(scope: Construct, id: string, { namespace, ranks = [] }: OwnNamespaceProps) {
    super(scope, id);
    this.define(namespace, 'nothing-rented', { hard: quantities(NOTHING_RENTED) });
    this.define(namespace, 'no-rank', {
      hard: quantities({ pods: '0' }),
      scopeSelector: {
        matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: [...ranks, ...SYSTEM_RANKS] }],
      },
    });
  }

  private define(namespace: string, name: string, spec: k8s.ResourceQuotaSpec): void {
    const labels = labelsOf({ name, component: 'access', folder: Chart.of(this).node.id });
    const quota = new k8s.KubeResourceQuota(this, name, { metadata: { name, namespace, labels }, spec });
    exempt(quota, 'folders-keep-to-one-namespace', 'a quota counts where it lies');
  }
}
