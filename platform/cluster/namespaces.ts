import { ApiObject } from 'cdk8s';
import { Namespace } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { exempt } from '../../constructs/exempt.ts';
import { MANAGED_BY } from '../../kubernetes/labels.ts';
import { type NamespacePlan, ownerLabels, podSecurityLabels } from '../../site/plan/index.ts';
import { kept } from '../argo-cd/kept.ts';

/** The namespaces of a site, each with the Pod Security level that its pods need. */
export class Namespaces extends Construct {
  constructor(scope: Construct, id: string, plans: readonly NamespacePlan[]) {
    super(scope, id);
    for (const plan of plans) {
      const labels = {
        'app.kubernetes.io/managed-by': MANAGED_BY,
        ...podSecurityLabels(plan),
        ...ownerLabels(plan.owner),
      };
      const namespace = ApiObject.of(
        new Namespace(this, `Namespace ${plan.name}`, { metadata: { name: plan.name, labels } }),
      );
      kept(namespace);
      if (plan.podSecurity !== 'restricted') exempt(namespace, 'namespaces-are-restricted', plan.reason);
    }
  }
}
