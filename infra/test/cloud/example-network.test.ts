import { beforeAll, describe, expect, test } from 'vitest';
import { COMPARTMENT, example } from '../sites.ts';
import { FRANKFURT } from './frankfurt.ts';
import { type Built, build, counts, inputsOf } from './mocks.ts';

const OSN = 'all-fra-services-in-oracle-services-network';

describe('the example site in a region of three availability domains', () => {
  let built: Built;
  const inputs = (type: string, name: string) => inputsOf(built, type, name);

  beforeAll(async () => {
    built = await build(example, FRANKFURT);
  });

  test('builds these resources and no others', () => {
    expect(counts(built)).toEqual({
      'pulumi:providers:oci': 1,
      'armstead:cloud:Site': 1,
      'armstead:cloud:Guards': 1,
      'armstead:cloud:Network': 1,
      'armstead:cloud:SecurityGroups': 1,
      'armstead:cloud:Routes': 1,
      'armstead:cloud:Gateway': 1,
      'armstead:cloud:Cluster': 1,
      'armstead:cloud:NodePool': 1,
      'oci:Limits/quota:Quota': 1,
      'oci:Budget/budget:Budget': 1,
      'oci:Budget/rule:Rule': 1,
      'oci:Core/vcn:Vcn': 1,
      'oci:Core/defaultSecurityList:DefaultSecurityList': 1,
      'oci:Core/securityList:SecurityList': 1,
      'oci:Core/networkSecurityGroup:NetworkSecurityGroup': 4,
      'oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule': 44,
      'oci:Core/internetGateway:InternetGateway': 1,
      'oci:Core/natGateway:NatGateway': 1,
      'oci:Core/serviceGateway:ServiceGateway': 1,
      'oci:Core/routeTable:RouteTable': 3,
      'oci:Core/subnet:Subnet': 3,
      'oci:Core/publicIp:PublicIp': 2,
      'oci:Core/instance:Instance': 1,
      'oci:Bastion/bastion:Bastion': 1,
      'oci:ContainerEngine/cluster:Cluster': 1,
      'oci:ContainerEngine/nodePool:NodePool': 1,
    });
  });

  test('everything is asked of the region that the site names', () => {
    expect(inputs('pulumi:providers:oci', 'oci')).toMatchObject({ region: 'eu-frankfurt-1' });
  });

  test('the network has the CIDR of the site and its default security list is empty', () => {
    expect(inputs('oci:Core/vcn:Vcn', 'vcn')).toEqual({
      compartmentId: COMPARTMENT,
      cidrBlocks: ['10.0.0.0/16'],
      displayName: 'homestead',
      dnsLabel: 'homestead',
    });
    expect(inputs('oci:Core/defaultSecurityList:DefaultSecurityList', 'closed')).toEqual({
      manageDefaultResourceId: 'the default list',
      egressSecurityRules: [],
      ingressSecurityRules: [],
    });
  });

  test.each([
    ['public', '10.0.0.0/24', false, ['the default list', 'SecurityList/bastion']],
    ['nodes', '10.0.1.0/24', true, ['the default list']],
    ['endpoint', '10.0.2.0/28', true, ['the default list']],
  ])('the subnet %s is %s, private: %s', (name, cidrBlock, closed, securityListIds) => {
    expect(inputs('oci:Core/subnet:Subnet', name)).toEqual({
      compartmentId: COMPARTMENT,
      vcnId: 'Vcn/vcn',
      cidrBlock,
      displayName: `homestead-${name}`,
      dnsLabel: name,
      prohibitPublicIpOnVnic: closed,
      prohibitInternetIngress: closed,
      routeTableId: `RouteTable/${name}`,
      securityListIds,
    });
  });

  test('the three gateways of the network belong to it, and the service gateway serves all services', () => {
    const common = { compartmentId: COMPARTMENT, vcnId: 'Vcn/vcn' };
    expect(inputs('oci:Core/internetGateway:InternetGateway', 'internet-gateway')).toEqual({
      ...common,
      displayName: 'homestead-internet-gateway',
      enabled: true,
    });
    expect(inputs('oci:Core/natGateway:NatGateway', 'nat-gateway')).toEqual({
      ...common,
      displayName: 'homestead-nat-gateway',
    });
    expect(inputs('oci:Core/serviceGateway:ServiceGateway', 'service-gateway')).toEqual({
      ...common,
      displayName: 'homestead-service-gateway',
      services: [{ serviceId: 'all-services-id' }],
    });
  });

  test('the public subnet routes to the internet only', () => {
    expect(inputs('oci:Core/routeTable:RouteTable', 'public').routeRules).toEqual([
      route('0.0.0.0/0', 'InternetGateway/internet-gateway', 'the internet'),
    ]);
  });

  test.each(['nodes', 'endpoint'])('the subnet %s routes outwards, to the services and home', (name) => {
    const gateway = 'address-of-vnic-of-Instance/gateway';
    expect(inputs('oci:Core/routeTable:RouteTable', name)).toEqual({
      compartmentId: COMPARTMENT,
      vcnId: 'Vcn/vcn',
      displayName: `homestead-${name}`,
      routeRules: [
        route('0.0.0.0/0', 'NatGateway/nat-gateway', 'the internet, outwards only'),
        {
          ...route(OSN, 'ServiceGateway/service-gateway', "Oracle's services, without the internet"),
          destinationType: 'SERVICE_CIDR_BLOCK',
        },
        route('192.168.4.0/22', gateway, 'home, through the tunnel'),
        route('192.168.16.0/24', gateway, 'home, through the tunnel'),
      ],
    });
  });

  test('a security rule of each kind reads as OCI wants it', () => {
    const rule = (name: string) =>
      inputs('oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule', name);
    const ports = (min: number, max = min) => ({ destinationPortRange: { min, max } });
    expect(inputs('oci:Core/networkSecurityGroup:NetworkSecurityGroup', 'nodes')).toEqual({
      compartmentId: COMPARTMENT,
      vcnId: 'Vcn/vcn',
      displayName: 'homestead-nodes',
    });
    expect(rule('gateway-in-0-0-0-0-0-udp-51820')).toEqual({
      networkSecurityGroupId: 'NetworkSecurityGroup/gateway',
      direction: 'INGRESS',
      source: '0.0.0.0/0',
      sourceType: 'CIDR_BLOCK',
      protocol: '17',
      udpOptions: ports(51820),
      stateless: false,
      description: 'the tunnel',
    });
    expect(rule('endpoint-in-nodes-tcp-6443')).toEqual({
      networkSecurityGroupId: 'NetworkSecurityGroup/endpoint',
      direction: 'INGRESS',
      source: 'NetworkSecurityGroup/nodes',
      sourceType: 'NETWORK_SECURITY_GROUP',
      protocol: '6',
      tcpOptions: ports(6443),
      stateless: false,
      description: 'nodes speak to the Kubernetes API',
    });
    expect(rule('endpoint-out-services-icmp-3-4')).toEqual({
      networkSecurityGroupId: 'NetworkSecurityGroup/endpoint',
      direction: 'EGRESS',
      destination: OSN,
      destinationType: 'SERVICE_CIDR_BLOCK',
      protocol: '1',
      icmpOptions: { type: 3, code: 4 },
      stateless: false,
      description: 'path MTU',
    });
    expect(rule('nodes-in-0-0-0-0-0-tcp-30443').tcpOptions).toEqual(ports(30_443));
  });
});

function route(destination: string, networkEntityId: string, description: string) {
  return { destination, destinationType: 'CIDR_BLOCK', networkEntityId, description };
}
