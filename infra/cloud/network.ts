import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import type { CloudPlan } from '../plan/cloud-plan.ts';
import { SecurityGroups } from './security-groups.ts';

/** The cloud network with its subnets and everything that decides what may pass; how packets are routed is in `Routes`. */
export class Network extends pulumi.ComponentResource {
  readonly vcn: oci.core.Vcn;
  readonly groups: SecurityGroups;
  private readonly plan: CloudPlan;

  constructor(name: string, plan: CloudPlan, options?: pulumi.ComponentResourceOptions) {
    super('armstead:cloud:Network', name, {}, options);
    this.plan = plan;
    this.vcn = new oci.core.Vcn(
      'vcn',
      {
        compartmentId: plan.compartment,
        cidrBlocks: [plan.network],
        displayName: plan.name,
        dnsLabel: plan.name.replaceAll('-', '').slice(0, 15),
      },
      { parent: this },
    );
    this.closeDefaultSecurityList();
    this.groups = new SecurityGroups('security', { ...plan, vcnId: this.vcn.id }, { parent: this });
    this.registerOutputs({ vcnId: this.vcn.id });
  }

  /** The list that every subnet has unless told otherwise: emptied, so that the groups alone decide. */
  private closeDefaultSecurityList(): void {
    new oci.core.DefaultSecurityList(
      'closed',
      { manageDefaultResourceId: this.vcn.defaultSecurityListId, egressSecurityRules: [], ingressSecurityRules: [] },
      { parent: this },
    );
  }

  /** A subnet of the network; `private` ones give no machine a public address. */
  addSubnet(name: 'public' | 'nodes' | 'endpoint', routeTableId: pulumi.Input<string>): oci.core.Subnet {
    const { compartment, bastion } = this.plan;
    const lists = [this.vcn.defaultSecurityListId, ...(bastion?.subnet === name ? [this.bastionList(bastion).id] : [])];
    return new oci.core.Subnet(
      name,
      {
        compartmentId: compartment,
        vcnId: this.vcn.id,
        cidrBlock: this.plan.subnets[name],
        displayName: `${this.plan.name}-${name}`,
        dnsLabel: name,
        prohibitPublicIpOnVnic: name !== 'public',
        prohibitInternetIngress: name !== 'public',
        routeTableId,
        securityListIds: lists,
      },
      { parent: this },
    );
  }

  /** The Bastion service has no group of its own: what it may reach stands in a list of its subnet. */
  private bastionList({ target, port }: NonNullable<CloudPlan['bastion']>): oci.core.SecurityList {
    return new oci.core.SecurityList(
      'bastion',
      {
        compartmentId: this.plan.compartment,
        vcnId: this.vcn.id,
        displayName: `${this.plan.name}-bastion`,
        egressSecurityRules: [
          {
            destination: target,
            protocol: '6',
            tcpOptions: { min: port, max: port },
            description: 'the Bastion service reaches its one target',
          },
        ],
      },
      { parent: this },
    );
  }
}
