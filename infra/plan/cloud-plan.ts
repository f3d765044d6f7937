import { inFile, type Parsed, type RuleProblem, SITE_FILE } from '../../site/index.ts';
import { type AccountPlan, hasHome, type Plan, type Routes, type Subnets } from '../../site/plan/index.ts';
import { userData } from '../machine/cloud-config.ts';
import { gatewayCloudInit } from '../machine/gateway/cloud-init.ts';
import { nodeCloudInit } from '../machine/node/cloud-init.ts';
import { quotaStatements } from './guards.ts';
import { gatewayImage, nodeImage } from './images.ts';
import type { AvailabilityDomain, RegionFacts } from './region.ts';
import { type SecurityRule, securityRules } from './security.ts';

/** The account that a site names. */
export type Account = AccountPlan;

/** One node pool of one node. */
export interface NodePlan {
  /** Key of the node in the site. */
  readonly key: string;
  readonly ocpus: number;
  readonly memoryGb: number;
  readonly bootVolumeGb: number;
  readonly userData: string;
}

/** The machine that ends the tunnel. */
export interface GatewayPlan {
  readonly availabilityDomain: string;
  readonly image: string;

  /** Its address in the public subnet. */
  readonly address: string;
  readonly userData: string;
  readonly sshKey?: string;
  readonly publicAddress: 'reserved' | 'ephemeral';
}

/** The way in for administrators where neither a tunnel nor a stated address is: one port, reached by the Bastion service. */
export interface BastionPlan {
  readonly subnet: 'public' | 'endpoint';

  /** What it may reach. */
  readonly target: string;
  readonly port: number;
}

/** Everything that is built, decided: the components below only say it to the cloud. */
export interface CloudPlan {
  readonly name: string;
  readonly tenancy: string;
  readonly compartment: string;
  readonly network: string;
  readonly subnets: Subnets;
  readonly routes: Routes;
  readonly security: readonly SecurityRule[];
  readonly services: RegionFacts['services'];
  readonly nat: Plan['cloud']['nat'];
  readonly cluster: { readonly version: string; readonly pods: string; readonly services: string };
  readonly nodeImage: string;
  readonly nodes: readonly NodePlan[];
  readonly availabilityDomains: readonly AvailabilityDomain[];
  readonly gateway?: GatewayPlan;
  readonly bastion?: BastionPlan;

  /** Statements of the quota; none where the site may cost money. */
  readonly quota: readonly string[];
  readonly budget: { readonly amount: number; readonly mail: string };
  readonly vault?: string;
}

/** Decides everything from the site and what the region offers, or names everything that stands against it. */
export function planCloud(site: Plan, account: Account, region: RegionFacts): Parsed<CloudPlan> {
  const problems = [
    ...homeRegionProblems(site, region),
    ...versionProblems(site, region),
    ...imageProblems(site, region),
    ...gatewayProblems(site, region),
  ];
  if (problems.length > 0) return { ok: false, problems: inFile(SITE_FILE, problems) };
  const { cloud } = site;
  const plan: CloudPlan = {
    name: site.name,
    tenancy: account.tenancy,
    compartment: account.compartment,
    network: cloud.network,
    subnets: cloud.subnets,
    routes: cloud.routes,
    security: securityRules(site),
    services: region.services,
    nat: cloud.nat,
    cluster: { version: `v${site.kubernetes}`, pods: cloud.pods, services: cloud.services },
    nodeImage: nodeImage(region.nodeImages, site.kubernetes)?.id as string,
    nodes: Object.entries(cloud.nodes).map(([key, node]) => ({
      key,
      ...node,
      userData: userData(nodeCloudInit(site, key)),
    })),
    availabilityDomains: region.availabilityDomains,
    gateway: gatewayPlan(site, account, region),
    bastion: bastionPlan(site, account),
    quota: cloud.allowPaid === undefined ? quotaStatements(cloud.allowance) : [],
    budget: { amount: account.budget, mail: site.contact },
    vault: site.secrets.vault?.vault,
  };
  return { ok: true, value: plan };
}

function gatewayPlan(site: Plan, account: Account, region: RegionFacts): GatewayPlan | undefined {
  if (!hasHome(site)) return undefined;
  return {
    availabilityDomain: microDomain(region)?.name as string,
    image: gatewayImage(region.gatewayImages)?.id as string,
    address: site.cloud.gatewayAddress,
    userData: userData(gatewayCloudInit(site)),
    sshKey: account.sshKey,
    publicAddress: site.home.tunnel.publicAddress,
  };
}

function bastionPlan({ cloud, home }: Plan, account: Account): BastionPlan | undefined {
  if (!home) return { subnet: 'endpoint', target: cloud.subnets.endpoint, port: 6443 };
  return account.adminFrom ? undefined : { subnet: 'public', target: `${cloud.gatewayAddress}/32`, port: 22 };
}

function microDomain({ availabilityDomains }: RegionFacts): AvailabilityDomain | undefined {
  return availabilityDomains.find(({ microInstances }) => microInstances > 0);
}

function homeRegionProblems({ cloud }: Plan, { homeRegion }: RegionFacts): RuleProblem[] {
  if (homeRegion === undefined || cloud.region === homeRegion) return [];
  const rule = 'is not the home region of the tenancy, and only there anything is free';
  return [{ id: 'home-region', path: ['cloud', 'region'], found: cloud.region, rule, fix: `write ${homeRegion}` }];
}

function versionProblems({ kubernetes }: Plan, { kubernetesVersions }: RegionFacts): RuleProblem[] {
  if (kubernetesVersions.includes(`v${kubernetes}`)) return [];
  const offered = kubernetesVersions.map((version) => version.replace(/^v/, '')).join(', ');
  return [
    {
      id: 'version-offered',
      path: ['kubernetes'],
      found: kubernetes,
      rule: 'is not among the versions that the region offers',
      fix: `write one of ${offered}`,
    },
  ];
}

function imageProblems({ kubernetes }: Plan, { nodeImages }: RegionFacts): RuleProblem[] {
  if (nodeImage(nodeImages, kubernetes)) return [];
  const fix = 'write another version, or wait until Oracle has built it: oci ce node-pool-options get';
  return [
    {
      id: 'node-image',
      path: ['kubernetes'],
      found: kubernetes,
      rule: 'has no node image for ARM in the region yet',
      fix,
    },
  ];
}

function gatewayProblems(site: Plan, region: RegionFacts): RuleProblem[] {
  if (!site.home) return [];
  const problems: RuleProblem[] = [];
  if (!microDomain(region)) {
    problems.push({
      id: 'small-machine',
      path: ['cloud', 'region'],
      found: site.cloud.region,
      rule: 'has no availability domain in which the account may have a VM.Standard.E2.1.Micro',
      fix: 'write the home region of the tenancy, or leave out home',
    });
  }
  if (!gatewayImage(region.gatewayImages)) {
    problems.push({
      id: 'gateway-image',
      path: ['cloud', 'region'],
      found: site.cloud.region,
      rule: 'offers no Ubuntu image for the gateway',
      fix: 'look at oci compute image list, and tell us what it says',
    });
  }
  return problems;
}
