import { expect, test } from 'vitest';
import type { SiteInput } from '../../../site/index.ts';
import { COMPARTMENT, example, TENANCY } from '../sites.ts';
import { FRANKFURT, ONE_DOMAIN } from './frankfurt.ts';
import { type Built, build, counts, inputsOf } from './mocks.ts';

const RULE = 'oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule';

function ruleNames({ resources }: Built): string[] {
  return resources.filter(({ type }) => type === RULE).map(({ name }) => name);
}

test('in a region of one availability domain node and gateway stand in it', async () => {
  const built = await build({ ...example, cloud: { ...example.cloud, region: 'eu-zurich-1' } }, ONE_DOMAIN);
  const pool = inputsOf(built, 'oci:ContainerEngine/nodePool:NodePool', 'node-a');
  expect(pool.nodeConfigDetails).toMatchObject({
    placementConfigs: [{ availabilityDomain: 'Uocm:EU-ZURICH-1-AD-1', subnetId: 'Subnet/nodes' }],
  });
  const gateway = inputsOf(built, 'oci:Core/instance:Instance', 'gateway');
  expect(gateway.availabilityDomain).toBe('Uocm:EU-ZURICH-1-AD-1');
});

test('two nodes of one OCPU are two pools, each with its own label', async () => {
  const node = { ocpus: 1, memoryGb: 6 };
  const cloud = { ...example.cloud, nodes: { a: node, b: { ...node, bootVolumeGb: 100 } } };
  const built = await build({ ...example, cloud }, FRANKFURT);
  const pools = ['a', 'b'].map((key) => inputsOf(built, 'oci:ContainerEngine/nodePool:NodePool', `node-${key}`));
  expect(pools.map(({ initialNodeLabels }) => initialNodeLabels)).toEqual([
    [{ key: 'storage-node', value: 'a' }],
    [{ key: 'storage-node', value: 'b' }],
  ]);
  expect(pools.map(({ nodeShapeConfig }) => nodeShapeConfig)).toEqual([
    { ocpus: 1, memoryInGbs: 6 },
    { ocpus: 1, memoryInGbs: 6 },
  ]);
  expect(pools.map(({ nodeSourceDetails }) => nodeSourceDetails)).toMatchObject([
    { bootVolumeSizeInGbs: '50' },
    { bootVolumeSizeInGbs: '100' },
  ]);
  expect(counts(built)['oci:ContainerEngine/nodePool:NodePool']).toBe(2);
});

test('without NAT and service gateway everything leaves through the machine of the tunnel', async () => {
  const cloud = { ...example.cloud, nat: 'gateway-instance' as const };
  const built = await build({ ...example, cloud }, FRANKFURT);
  expect(counts(built)).not.toHaveProperty('oci:Core/natGateway:NatGateway');
  expect(counts(built)).not.toHaveProperty('oci:Core/serviceGateway:ServiceGateway');
  for (const subnet of ['nodes', 'endpoint']) {
    expect(inputsOf(built, 'oci:Core/routeTable:RouteTable', subnet).routeRules).toMatchObject(
      ['0.0.0.0/0', '192.168.4.0/22', '192.168.16.0/24'].map((destination) => ({
        destination,
        destinationType: 'CIDR_BLOCK',
        networkEntityId: 'address-of-vnic-of-Instance/gateway',
      })),
    );
  }
  expect(ruleNames(built)).toContain('gateway-in-10-0-2-0-28-tcp');
  expect(ruleNames(built).filter((name) => name.includes('services'))).toEqual([]);
});

test('without a home there is no gateway, no route to it, and kubectl comes through the Bastion service', async () => {
  const { home: _, ...site } = example;
  const built = await build(site, FRANKFURT);
  expect(counts(built)).not.toHaveProperty('oci:Core/instance:Instance');
  expect(counts(built)['oci:Core/publicIp:PublicIp']).toBe(1);
  expect(counts(built)['oci:Core/networkSecurityGroup:NetworkSecurityGroup']).toBe(3);
  expect(inputsOf(built, 'oci:Bastion/bastion:Bastion', 'bastion').targetSubnetId).toBe('Subnet/endpoint');
  expect(inputsOf(built, 'oci:Core/securityList:SecurityList', 'bastion').egressSecurityRules).toMatchObject([
    { destination: '10.0.2.0/28', tcpOptions: { min: 6443, max: 6443 } },
  ]);
  expect(inputsOf(built, 'oci:Core/routeTable:RouteTable', 'nodes').routeRules).toMatchObject([
    { destination: '0.0.0.0/0', networkEntityId: 'NatGateway/nat-gateway' },
    { networkEntityId: 'ServiceGateway/service-gateway' },
  ]);
  expect(ruleNames(built)).toContain('endpoint-in-10-0-2-0-28-tcp-6443');
  expect(built.outputs).not.toHaveProperty('gateway');
});

test('with adminFrom SSH is open to that address and no Bastion is built', async () => {
  const infrastructure = {
    ...example.infrastructure,
    adminFrom: '9.9.9.7/32',
    sshKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILGBYpIIehZAKFFDdJ42YS7CzlVrj6qxl4xRQ2hHRDT9',
  };
  const built = await build({ ...example, infrastructure }, FRANKFURT);
  expect(counts(built)).not.toHaveProperty('oci:Bastion/bastion:Bastion');
  expect(inputsOf(built, RULE, 'gateway-in-9-9-9-7-32-tcp-22')).toMatchObject({
    source: '9.9.9.7/32',
    tcpOptions: { destinationPortRange: { min: 22, max: 22 } },
  });
  expect(ruleNames(built)).not.toContain('gateway-in-10-0-0-0-24-tcp-22');
  const { metadata } = inputsOf(built, 'oci:Core/instance:Instance', 'gateway');
  expect(metadata).toMatchObject({
    ssh_authorized_keys: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILGBYpIIehZAKFFDdJ42YS7CzlVrj6qxl4xRQ2hHRDT9',
  });
});

test('an ephemeral address of the gateway leaves the one reserved address to the load balancer', async () => {
  const home = { ...example.home, tunnel: { ...example.home.tunnel, publicAddress: 'ephemeral' as const } };
  const built = await build({ ...example, home }, FRANKFURT);
  expect(counts(built)['oci:Core/publicIp:PublicIp']).toBe(1);
  expect(inputsOf(built, 'oci:Core/instance:Instance', 'gateway').createVnicDetails).toMatchObject({
    assignPublicIp: 'true',
  });
  expect(built.outputs).toMatchObject({ gateway: { publicAddress: '203.0.113.99' } });
});

test('with the vault nodes may read its secrets and the gateway may not', async () => {
  const vault = 'ocid1.vault.oc1.eu-frankfurt-1.aaaavault';
  const built = await build({ ...example, secrets: { backend: 'oci-vault', vault } }, FRANKFURT);
  expect(inputsOf(built, 'oci:Identity/dynamicGroup:DynamicGroup', 'nodes')).toEqual({
    compartmentId: TENANCY,
    name: 'homestead-nodes',
    description: 'Machines of the compartment, without the gateway',
    matchingRule: `ALL {instance.compartment.id = '${COMPARTMENT}', instance.id != 'Instance/gateway'}`,
  });
  expect(inputsOf(built, 'oci:Identity/policy:Policy', 'nodes-read-secrets')).toEqual({
    compartmentId: TENANCY,
    name: 'homestead-nodes-read-secrets',
    description: 'Nodes read the secrets of one vault',
    statements: [
      `Allow dynamic-group homestead-nodes to read secret-bundles in tenancy where target.vault.id = '${vault}'`,
    ],
  });
  expect(built.outputs).toMatchObject({ vault });
});

test('a site that may cost money has no quota but still reports the first cent', async () => {
  const cloud = { ...example.cloud, allowPaid: 'a second node for the shop' };
  const built = await build({ ...example, cloud }, FRANKFURT);
  expect(counts(built)).not.toHaveProperty('oci:Limits/quota:Quota');
  expect(counts(built)['oci:Budget/rule:Rule']).toBe(1);
});

test('a call that nobody foresaw fails the build', async () => {
  const { 'oci:Core/getServices:getServices': _, ...answers } = FRANKFURT;
  await expect(build(example, answers)).rejects.toThrow('nobody expected the call oci:Core/getServices:getServices');
});

test.each<[string, SiteInput, string]>([
  [
    'a version that the region does not offer',
    { ...example, kubernetes: '1.34.99' },
    `platform.ts: 2 problems, nothing was built

  kubernetes  1.34.99 is not among the versions that the region offers
              write one of 1.34.10, 1.35.2, 1.36.1
  kubernetes  1.34.99 has no node image for ARM in the region yet
              write another version, or wait until Oracle has built it: oci ce node-pool-options get
`,
  ],
  [
    'a region that is not the home of the account',
    { ...example, cloud: { ...example.cloud, region: 'us-ashburn-1' } },
    `platform.ts: 1 problem, nothing was built

  cloud.region  us-ashburn-1 is not the home region of the tenancy, and only there anything is free
                write eu-frankfurt-1
`,
  ],
  [
    'a site without an account',
    { ...example, infrastructure: undefined },
    `platform.ts: 1 problem, nothing was built

  infrastructure  is missing
                  write the account: { tenancy: 'ocid1.tenancy...' }; docs/infrastructure.md says where to find it
`,
  ],
])('%s builds nothing and says why', async (_title, site, report) => {
  await expect(build(site, FRANKFURT)).rejects.toThrow(report);
});
