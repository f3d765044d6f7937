import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { declareExternal } from '../../constructs/external.ts';
import { labelsOf } from '../../kubernetes/labels.ts';
import type { LoadBalancerPlan } from '../../site/plan/index.ts';
import { CONTROLLER_LABEL } from './controller.ts';
import { oracleAnnotations } from './oracle-annotations.ts';

/** What a load balancer leads to. */
export interface LoadBalancerProps {
  readonly plan: LoadBalancerPlan;

  /** Names of the controller's container ports. */
  readonly targets: { readonly http: string; readonly https: string };
}

/**
 * A load balancer of the cloud in front of the edge.
 *
 * It is a Service of ours and not of the controller's chart, so that its policies can be checked, and so that it stays,
 * with its address, when the site changes its controller.
 */
export class LoadBalancer extends Construct {
  constructor(scope: Construct, id: string, { plan, targets }: LoadBalancerProps) {
    super(scope, id);
    const { name, nodePorts, cloud } = plan;
    const target = (port: 'http' | 'https', number: number) => ({
      name: port,
      port: number,
      nodePort: nodePorts[port],
      protocol: 'TCP',
      targetPort: k8s.IntOrString.fromString(targets[port]),
    });
    const service = new k8s.KubeService(this, 'Resource', {
      metadata: {
        name,
        labels: labelsOf({ name, component: 'edge', folder: Chart.of(this).node.id }),
        annotations: oracleAnnotations(plan),
      },
      spec: {
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Local',
        healthCheckNodePort: nodePorts.health,
        ...(cloud?.address && { loadBalancerIp: cloud.address }),
        ports: [target('http', 80), target('https', 443)],
        selector: { ...CONTROLLER_LABEL },
      },
    });
    declareExternal(service, 'pods');
  }
}
