import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import type { CloudPlan } from '../plan/cloud-plan.ts';
import { bastion } from './bastion.ts';
import { Cluster } from './cluster.ts';
import { Gateway } from './gateway.ts';
import { Guards } from './guards.ts';
import { Network } from './network.ts';
import { nodesReadSecrets } from './node-identity.ts';
import { NodePool } from './node-pool.ts';
import { Routes } from './routes.ts';

/** The whole cloud side of a site. */
export class SiteInfrastructure extends pulumi.ComponentResource {
  readonly network: Network;
  readonly subnets: Readonly<Record<'public' | 'nodes' | 'endpoint', oci.core.Subnet>>;
  readonly cluster: Cluster;
  readonly gateway?: Gateway;

  /** Public address that stays while load balancers come and go. */
  readonly loadBalancerAddress: oci.core.PublicIp;

  constructor(
    readonly plan: CloudPlan,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super('armstead:cloud:Site', plan.name, {}, options);
    const parent = { parent: this };
    const guards = new Guards('guards', plan, parent);
    // The guards stand before there is anything that could cost money.
    this.network = new Network('network', plan, { parent: this, dependsOn: [guards] });
    const routes = new Routes('routes', { ...plan, vcnId: this.network.vcn.id }, parent);
    const publicSubnet = this.network.addSubnet('public', routes.addTable('public').id);
    this.gateway = this.addGateway(publicSubnet.id, routes);
    this.subnets = {
      public: publicSubnet,
      nodes: this.network.addSubnet('nodes', routes.addTable('nodes').id),
      endpoint: this.network.addSubnet('endpoint', routes.addTable('endpoint').id),
    };
    if (plan.bastion) bastion(plan, this.subnets[plan.bastion.subnet].id, parent);
    this.loadBalancerAddress = this.reserveAddress();
    this.cluster = this.addCluster();
    this.addNodes();
    if (plan.vault) nodesReadSecrets(plan, { vault: plan.vault, gatewayId: this.gateway?.instance.id }, parent);
    this.registerOutputs({});
  }

  private addGateway(subnetId: pulumi.Input<string>, routes: Routes): Gateway | undefined {
    const { gateway } = this.plan;
    if (!gateway) return undefined;
    const securityGroupId = this.network.groups.id('gateway');
    const built = new Gateway('gateway', { ...this.plan, gateway, subnetId, securityGroupId }, { parent: this });
    routes.setGateway(built.privateIpId);
    return built;
  }

  private reserveAddress(): oci.core.PublicIp {
    const { name, compartment } = this.plan;
    return new oci.core.PublicIp(
      'load-balancer-address',
      { compartmentId: compartment, displayName: `${name}-load-balancer`, lifetime: 'RESERVED' },
      // The load balancer is made by the cluster, which then ties the address to it.
      { parent: this, ignoreChanges: ['privateIpId'] },
    );
  }

  private addCluster(): Cluster {
    return new Cluster(
      'cluster',
      {
        ...this.plan,
        vcnId: this.network.vcn.id,
        endpointSubnetId: this.subnets.endpoint.id,
        endpointGroupId: this.network.groups.id('endpoint'),
        loadBalancerSubnetId: this.subnets.public.id,
      },
      // A control plane or a node that starts before its rules and its route out would fail.
      { parent: this, dependsOn: [this.network, ...(this.gateway ? [this.gateway] : [])] },
    );
  }

  private addNodes(): void {
    for (const node of this.plan.nodes) {
      const props = {
        ...this.plan,
        node,
        clusterId: this.cluster.id,
        subnetId: this.subnets.nodes.id,
        securityGroupId: this.network.groups.id('nodes'),
      };
      new NodePool(node.key, props, { parent: this });
    }
  }
}
