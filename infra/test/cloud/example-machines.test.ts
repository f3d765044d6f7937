import { beforeAll, describe, expect, test } from 'vitest';
import { placeholders } from '../../../site/outputs.ts';
import { cloudConfigText } from '../../machine/cloud-config.ts';
import { gatewayCloudInit } from '../../machine/gateway/cloud-init.ts';
import { nodeCloudInit } from '../../machine/node/cloud-init.ts';
import { COMPARTMENT, example, siteWithHome, TENANCY } from '../sites.ts';
import { FRANKFURT } from './frankfurt.ts';
import { type Built, build, inputsOf } from './mocks.ts';

const FAULT_DOMAINS = ['FAULT-DOMAIN-1', 'FAULT-DOMAIN-2', 'FAULT-DOMAIN-3'];

describe('the machines and guards of the example site', () => {
  let built: Built;
  const inputs = (type: string, name: string) => inputsOf(built, type, name);

  beforeAll(async () => {
    built = await build(example, FRANKFURT);
  });

  test('the control plane is the free kind with a private endpoint, flannel and the pinned version', () => {
    expect(inputs('oci:ContainerEngine/cluster:Cluster', 'cluster')).toEqual({
      compartmentId: COMPARTMENT,
      name: 'homestead',
      vcnId: 'Vcn/vcn',
      type: 'BASIC_CLUSTER',
      kubernetesVersion: 'v1.36.1',
      clusterPodNetworkOptions: [{ cniType: 'FLANNEL_OVERLAY' }],
      endpointConfig: {
        isPublicIpEnabled: false,
        subnetId: 'Subnet/endpoint',
        nsgIds: ['NetworkSecurityGroup/endpoint'],
      },
      options: {
        kubernetesNetworkConfig: { podsCidr: '10.244.0.0/16', servicesCidr: '10.96.0.0/16' },
        serviceLbSubnetIds: ['Subnet/public'],
      },
    });
  });

  test('the node is a pool of one that may stand in every availability and fault domain', () => {
    expect(inputs('oci:ContainerEngine/nodePool:NodePool', 'node-a')).toEqual({
      compartmentId: COMPARTMENT,
      clusterId: 'Cluster/cluster',
      name: 'homestead-a',
      kubernetesVersion: 'v1.36.1',
      nodeShape: 'VM.Standard.A1.Flex',
      nodeShapeConfig: { ocpus: 2, memoryInGbs: 12 },
      nodeSourceDetails: {
        sourceType: 'IMAGE',
        imageId: 'image-of-Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-1.36.1-1402',
        bootVolumeSizeInGbs: '50',
      },
      initialNodeLabels: [{ key: 'storage-node', value: 'a' }],
      nodeMetadata: {
        user_data: base64(cloudConfigText(nodeCloudInit(siteWithHome(), 'a'))),
        areLegacyImdsEndpointsDisabled: 'true',
      },
      nodeConfigDetails: {
        size: 1,
        nsgIds: ['NetworkSecurityGroup/nodes'],
        nodePoolPodNetworkOptionDetails: { cniType: 'FLANNEL_OVERLAY' },
        placementConfigs: [1, 2, 3].map((number) => ({
          availabilityDomain: `Uocm:EU-FRANKFURT-1-AD-${number}`,
          faultDomains: FAULT_DOMAINS,
          subnetId: 'Subnet/nodes',
        })),
      },
      nodeEvictionNodePoolSettings: { evictionGraceDuration: 'PT5M', isForceDeleteAfterGraceDuration: true },
    });
  });

  test('the gateway stands where small machines are, forwards, and has a reserved address', () => {
    expect(inputs('oci:Core/instance:Instance', 'gateway')).toEqual({
      compartmentId: COMPARTMENT,
      availabilityDomain: 'Uocm:EU-FRANKFURT-1-AD-3',
      displayName: 'homestead-gateway',
      shape: 'VM.Standard.E2.1.Micro',
      createVnicDetails: {
        subnetId: 'Subnet/public',
        nsgIds: ['NetworkSecurityGroup/gateway'],
        privateIp: '10.0.0.10',
        assignPublicIp: 'false',
        hostnameLabel: 'gateway',
        skipSourceDestCheck: true,
      },
      sourceDetails: {
        sourceType: 'image',
        sourceId: 'image-of-Canonical-Ubuntu-24.04-2026.08.31-0',
        bootVolumeSizeInGbs: '50',
      },
      metadata: { user_data: base64(cloudConfigText(gatewayCloudInit(siteWithHome()))) },
      instanceOptions: { areLegacyImdsEndpointsDisabled: true },
      availabilityConfig: { recoveryAction: 'RESTORE_INSTANCE' },
      preserveBootVolume: false,
    });
    expect(inputs('oci:Core/publicIp:PublicIp', 'gateway-address')).toEqual({
      compartmentId: COMPARTMENT,
      displayName: 'homestead-gateway',
      lifetime: 'RESERVED',
      privateIpId: 'address-of-vnic-of-Instance/gateway',
    });
    expect(inputs('oci:Core/publicIp:PublicIp', 'load-balancer-address')).toEqual({
      compartmentId: COMPARTMENT,
      displayName: 'homestead-load-balancer',
      lifetime: 'RESERVED',
    });
  });

  test('the Bastion service reaches SSH of the gateway and nothing else', () => {
    expect(inputs('oci:Bastion/bastion:Bastion', 'bastion')).toEqual({
      compartmentId: COMPARTMENT,
      name: 'homestead-bastion',
      bastionType: 'STANDARD',
      targetSubnetId: 'Subnet/public',
      clientCidrBlockAllowLists: ['0.0.0.0/0'],
      maxSessionTtlInSeconds: 10_800,
    });
    expect(inputs('oci:Core/securityList:SecurityList', 'bastion').egressSecurityRules).toEqual([
      {
        destination: '10.0.0.10/32',
        protocol: '6',
        tcpOptions: { min: 22, max: 22 },
        description: 'the Bastion service reaches its one target',
      },
    ]);
  });

  test('a quota refuses what is not free, and the first cent is reported', () => {
    const quota = inputs('oci:Limits/quota:Quota', 'quota');
    expect(quota).toMatchObject({ compartmentId: TENANCY, name: 'homestead-always-free' });
    expect(inputs('oci:Budget/budget:Budget', 'budget')).toEqual({
      compartmentId: TENANCY,
      displayName: 'homestead',
      description: 'What the site may cost in a month',
      amount: 1,
      resetPeriod: 'MONTHLY',
      targetType: 'COMPARTMENT',
      targets: [TENANCY],
    });
    expect(inputs('oci:Budget/rule:Rule', 'first-cent')).toEqual({
      budgetId: 'Budget/budget',
      displayName: 'homestead-first-cent',
      type: 'ACTUAL',
      threshold: 0.01,
      thresholdType: 'ABSOLUTE',
      recipients: 'ops@meadow-lane.net',
      message: 'homestead has begun to cost money.',
    });
  });

  test('the stack tells what the platform reads', () => {
    expect(built.outputs).toEqual({
      compartment: COMPARTMENT,
      cluster: { id: 'Cluster/cluster', endpoint: '10.0.2.5:6443' },
      loadBalancer: {
        address: '203.0.113.20',
        subnet: 'Subnet/public',
        securityGroup: 'NetworkSecurityGroup/load-balancer',
      },
      nodes: { subnet: 'Subnet/nodes', securityGroup: 'NetworkSecurityGroup/nodes' },
      gateway: { instance: 'Instance/gateway', publicAddress: '203.0.113.20', privateAddress: '10.0.0.10' },
    });
    expect(Object.keys(placeholders).every((key) => key in (built.outputs as object))).toBe(true);
  });
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
