import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { MANAGED_BY } from '../../kubernetes/labels.ts';
import { EDGE_CLASS, type LoadBalancerPlan } from '../../site/plan/index.ts';
import { LoadBalancer, type LoadBalancerProps } from './load-balancer.ts';

/** What stays of the edge when the controller changes. */
export interface EdgeProps {
  readonly loadBalancers: readonly LoadBalancerPlan[];
  readonly targets: LoadBalancerProps['targets'];
}

/** The controller class that ingress-nginx answers to, and that Traefik takes over. */
const CONTROLLER_CLASS = 'k8s.io/ingress-nginx';

/** The class by which Ingresses choose the site's controller, and the load balancers that lead to it. */
export class Edge extends Construct {
  constructor(scope: Construct, id: string, { loadBalancers, targets }: EdgeProps) {
    super(scope, id);
    new k8s.KubeIngressClass(this, 'Class', {
      metadata: { name: EDGE_CLASS, labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } },
      spec: { controller: CONTROLLER_CLASS },
    });
    for (const plan of loadBalancers) new LoadBalancer(this, plan.name, { plan, targets });
  }
}
