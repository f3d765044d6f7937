import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { MANAGED_BY } from '../../kubernetes/labels.ts';
import type { PriorityPlan } from '../../site/plan/index.ts';

/** The ranks that the pods of a site have. */
export class Priorities extends Construct {
  constructor(scope: Construct, id: string, plans: readonly PriorityPlan[]) {
    super(scope, id);
    for (const { name, value, description } of plans) {
      const labels = { 'app.kubernetes.io/managed-by': MANAGED_BY };
      new k8s.KubePriorityClass(this, name, { metadata: { name, labels }, value, description });
    }
  }
}
