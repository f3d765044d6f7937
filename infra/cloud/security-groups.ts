import * as oci from '@pulumi/oci';
import * as pulumi from '@pulumi/pulumi';
import type { CloudPlan } from '../plan/cloud-plan.ts';
import { type Group, type Other, ruleId, type SecurityRule, type Traffic } from '../plan/security.ts';

/** What the groups need to know. */
export interface SecurityGroupsProps extends Pick<CloudPlan, 'name' | 'compartment' | 'security' | 'services'> {
  readonly vcnId: pulumi.Input<string>;
}

/** IANA numbers of the protocols, as OCI takes them. */
const PROTOCOLS = { all: 'all', icmp: '1', tcp: '6', udp: '17' } as const;

/** One network security group for each group of the plan, with its rules. */
export class SecurityGroups extends pulumi.ComponentResource {
  private readonly groups: Map<Group, oci.core.NetworkSecurityGroup>;

  constructor(name: string, props: SecurityGroupsProps, options?: pulumi.ComponentResourceOptions) {
    super('armstead:cloud:SecurityGroups', name, {}, options);
    const names = new Set(props.security.map(({ group }) => group));
    this.groups = new Map([...names].map((group) => [group, this.group(group, props)]));
    for (const rule of props.security) this.addRule(rule, props.services.cidr);
    this.registerOutputs({});
  }

  /** Identifier of a group; requesting one that the plan does not have is a mistake in this project. */
  id(group: Group): pulumi.Output<string> {
    const found = this.groups.get(group);
    if (!found) throw new Error(`the plan has no rule for the group ${group}`);
    return found.id;
  }

  private group(group: Group, { name, compartment, vcnId }: SecurityGroupsProps): oci.core.NetworkSecurityGroup {
    return new oci.core.NetworkSecurityGroup(
      group,
      { compartmentId: compartment, vcnId, displayName: `${name}-${group}` },
      { parent: this },
    );
  }

  private addRule(rule: SecurityRule, services: string): void {
    const side = this.side(rule.other, services);
    const sides =
      rule.direction === 'in'
        ? { direction: 'INGRESS', source: side.value, sourceType: side.type }
        : { direction: 'EGRESS', destination: side.value, destinationType: side.type };
    new oci.core.NetworkSecurityGroupSecurityRule(
      ruleId(rule),
      {
        networkSecurityGroupId: this.id(rule.group),
        ...sides,
        ...trafficOptions(rule.traffic),
        stateless: false,
        description: rule.why,
      },
      { parent: this },
    );
  }

  private side(other: Other, services: string): { value: pulumi.Input<string>; type: string } {
    if (other === 'services') return { value: services, type: 'SERVICE_CIDR_BLOCK' };
    if ('group' in other) return { value: this.id(other.group), type: 'NETWORK_SECURITY_GROUP' };
    return { value: other.network, type: 'CIDR_BLOCK' };
  }
}

function trafficOptions(traffic: Traffic) {
  const protocol = PROTOCOLS[traffic.protocol];
  if (traffic.protocol === 'icmp') return { protocol, icmpOptions: { type: traffic.type, code: traffic.code } };
  if (traffic.protocol === 'all' || !traffic.ports) return { protocol };
  const [min, max] = traffic.ports;
  const options = { destinationPortRange: { min, max } };
  return traffic.protocol === 'tcp' ? { protocol, tcpOptions: options } : { protocol, udpOptions: options };
}
