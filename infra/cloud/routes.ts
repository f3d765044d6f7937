import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import type { Route, RouteTarget } from '../../site/plan/index.ts';
import type { CloudPlan } from '../plan/cloud-plan.ts';

/** What the routes need to know. */
export interface RoutesProps extends Pick<CloudPlan, 'name' | 'compartment' | 'routes' | 'services'> {
  readonly vcnId: pulumi.Input<string>;
}

/** Gateways of the cloud network, made when the first route needs them, and the route tables. */
export class Routes extends pulumi.ComponentResource {
  private readonly made = new Map<RouteTarget, pulumi.Output<string>>();
  private readonly props: RoutesProps;

  constructor(name: string, props: RoutesProps, options?: pulumi.ComponentResourceOptions) {
    super('armstead:cloud:Routes', name, {}, options);
    this.props = props;
    this.registerOutputs({});
  }

  /** Tells where the machine that ends the tunnel is: the identifier of its private address. */
  setGateway(privateIpId: pulumi.Output<string>): void {
    this.made.set('gateway', privateIpId);
  }

  addTable(name: keyof CloudPlan['routes']): oci.core.RouteTable {
    const { compartment, vcnId, routes } = this.props;
    return new oci.core.RouteTable(
      name,
      {
        compartmentId: compartment,
        vcnId,
        displayName: `${this.props.name}-${name}`,
        routeRules: routes[name].map((route) => this.rule(route)),
      },
      { parent: this },
    );
  }

  private rule({ destination, target, why }: Route) {
    const services = destination === 'services';
    return {
      destination: services ? this.props.services.cidr : destination,
      destinationType: services ? 'SERVICE_CIDR_BLOCK' : 'CIDR_BLOCK',
      networkEntityId: this.target(target),
      description: why,
    };
  }

  private target(target: RouteTarget): pulumi.Output<string> {
    const known = this.made.get(target);
    if (known) return known;
    if (target === 'gateway') throw new Error('a route leads to the gateway, which is not built yet');
    const id = this.build(target).id;
    this.made.set(target, id);
    return id;
  }

  private build(target: Exclude<RouteTarget, 'gateway'>) {
    const { compartment, vcnId, services } = this.props;
    const common = { compartmentId: compartment, vcnId, displayName: `${this.props.name}-${target}` };
    if (target === 'internet-gateway') {
      return new oci.core.InternetGateway(target, { ...common, enabled: true }, { parent: this });
    }
    if (target === 'nat-gateway') return new oci.core.NatGateway(target, common, { parent: this });
    const gateway = { ...common, services: [{ serviceId: services.id }] };
    return new oci.core.ServiceGateway(target, gateway, { parent: this });
  }
}
