import { Chart } from 'cdk8s';
import { k8s, Service } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { ANNOTATION } from '../../kubernetes/annotations.ts';
import { type Labels, labelsOf, MANAGED_BY } from '../../kubernetes/labels.ts';
import { SERVICE_NAME } from '../../kubernetes/services.ts';
import { type Rendered, refine } from '../refine.ts';
import { BodyLimit, SecureIngress } from '../secure-ingress/index.ts';
import type { HomeServiceProps } from './home-service-props.ts';

/**
 * A service at home under a name of the cluster.
 *
 * A Service without a selector and the EndpointSlice that says where it leads: no process stands between, and pods find
 * it as they find any other. `docs/decisions` tells why, and what Argo CD must be told for it. Its annotations have
 * monitoring probe it, past the edge and in the name of its host.
 */
export class HomeService extends Construct {
  readonly service: Service;

  constructor(scope: Construct, id: string, props: HomeServiceProps) {
    super(scope, id);
    const { name, endpoint, edge, host, exposure, guard, protocol, largestUpload, timeouts } = props;
    const labels = labelsOf({ name, component: 'home', folder: Chart.of(this).node.id });
    this.service = new Service(this, 'Resource', {
      metadata: { name, labels, annotations: { 'prometheus.io/probe': 'true', [ANNOTATION.host]: host } },
      ports: [{ name: protocol, port: endpoint.port }],
    });
    // An empty selector is not the same as none to everybody who reads it.
    refine(this.service, ({ spec }) => {
      delete (spec as Rendered).selector;
    });
    this.defineEndpoint(props, labels);
    new SecureIngress(this, 'Ingress', {
      ...(edge && { edge }),
      host,
      backend: { service: this.service, port: endpoint.port, endpoint: `${endpoint.address}:${endpoint.port}` },
      exposure,
      guard,
      protocol,
      ...props.limits,
      ...(timeouts && { timeouts }),
      bodyLimit: largestUpload ? BodyLimit.of(largestUpload) : BodyLimit.none(),
    });
  }

  /** The port's name must be the one of the Service: that is how the two are matched. */
  private defineEndpoint({ name, endpoint, protocol }: HomeServiceProps, labels: Labels): void {
    new k8s.KubeEndpointSlice(this, 'Endpoint', {
      metadata: {
        name,
        labels: {
          ...labels,
          [SERVICE_NAME]: name,
          'endpointslice.kubernetes.io/managed-by': MANAGED_BY,
        },
      },
      addressType: 'IPv4',
      endpoints: [{ addresses: [endpoint.address], conditions: { ready: true } }],
      ports: [{ name: protocol, port: endpoint.port, protocol: 'TCP' }],
    });
  }
}
