import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { type Labels, labelsOf } from '../../kubernetes/labels.ts';

/** Pods that may enter. */
export interface Caller {
  /** Their namespace. */
  readonly namespace: string;

  /**
   * Labels that they have.
   *
   * @default - none: every pod of the namespace
   */
  readonly labels?: Labels;
}

/** A way in. */
export interface EntranceProps {
  /** Name of the NetworkPolicy. */
  readonly name: string;

  /** Labels of the pods that are entered, in the namespace of the chart. */
  readonly to: Labels;

  /** Who may enter, and at which TCP port. */
  readonly from: readonly { readonly callers: readonly Caller[]; readonly port: number }[];
}

/** The label of its name, which every namespace has. */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/**
 * Lets nobody reach the pods of the chart's namespace over the network, but for the entrances that stand beside it and for
 * the node itself. It holds where the network of the cluster enforces NetworkPolicies; others ignore it without a word.
 */
export class NoEntry extends Construct {
  constructor(scope: Construct, id: string, { name }: Pick<EntranceProps, 'name'>) {
    super(scope, id);
    new k8s.KubeNetworkPolicy(this, 'Resource', {
      metadata: metadataOf(this, name),
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    });
  }
}

/** Lets some pods reach others. */
export class Entrance extends Construct {
  constructor(scope: Construct, id: string, { name, to, from }: EntranceProps) {
    super(scope, id);
    new k8s.KubeNetworkPolicy(this, 'Resource', {
      metadata: metadataOf(this, name),
      spec: {
        podSelector: { matchLabels: { ...to } },
        policyTypes: ['Ingress'],
        ingress: from.map(({ callers, port }) => ({
          from: callers.map(peerOf),
          ports: [{ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }],
        })),
      },
    });
  }
}

function metadataOf(scope: Construct, name: string) {
  return { name, labels: { ...labelsOf({ name, component: 'network', folder: Chart.of(scope).node.id }) } };
}

function peerOf({ namespace, labels }: Caller): k8s.NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: namespace } },
    ...(labels && { podSelector: { matchLabels: { ...labels } } }),
  };
}
