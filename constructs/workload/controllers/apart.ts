import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HOSTNAME, type Labels } from '../../../kubernetes/labels.ts';
import { at, refine } from '../../refine.ts';
import { templateOf } from '../pod/harden.ts';

/** What is kept apart. */
interface ApartProps {
  readonly name: string;
  readonly labels: Labels;

  /** The labels by which its pods are found. */
  readonly selector: Labels;
}

/** One replica goes at a time when nodes are emptied; one that serves nobody never keeps a node from being emptied. */
export class OneAtATime extends Construct {
  constructor(scope: Construct, id: string, { name, labels, selector }: ApartProps) {
    super(scope, id);
    new k8s.KubePodDisruptionBudget(this, 'Resource', {
      metadata: { name, labels: { ...labels } },
      spec: {
        maxUnavailable: k8s.IntOrString.fromNumber(1),
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: { matchLabels: { ...selector } },
      },
    });
  }
}

/** Keeps the pods of each version on different nodes where that is possible: one that fits elsewhere alone runs there. */
export function spread(workload: Construct, selector: Labels): void {
  refine(workload, (rendered) => {
    at(templateOf(rendered), 'spec').topologySpreadConstraints = [
      {
        maxSkew: 1,
        topologyKey: HOSTNAME,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { ...selector } },
        matchLabelKeys: ['pod-template-hash'],
      },
    ];
  });
}
