import { type Item, overrunAmount, overruns, overrunText, type Plan, total } from '../../site/plan/index.ts';
import type { Capacity, Limit, Sight } from './sight.ts';

/** One thing that `pulumi up` would stumble over, that it would make for money, or that could not be seen. */
export interface Forecast {
  readonly level: 'fails' | 'may fail' | 'costs' | 'not seen';
  readonly what: string;
  readonly todo: string;
}

/** What the account must allow, and what helps where it does not. */
interface Need {
  readonly service: string;
  readonly limit: string;
  readonly least: number;
  readonly what: string;
  readonly todo: string;
}

const UPGRADE = 'upgrade the account to Pay As You Go (what is free stays free)';

/** Compares a plan with what the account and the region give. */
export function assess(plan: Plan, sight: Sight): Forecast[] {
  return [
    ...needs(plan).flatMap((need) => unmet(need, sight.limits)),
    ...versions(plan, sight),
    ...capacities(sight.capacities),
    ...costs(plan),
  ];
}

/** What is beyond the allowance; without a reason the site is not even read. */
function costs(plan: Plan): Forecast[] {
  const { allowance, allowPaid } = plan.cloud;
  return overruns(plan.rented, allowance).map((overrun) => ({
    level: 'costs',
    what: `${overrunAmount(overrun)} ${overrunText(overrun)}`,
    todo: `nothing, if it may: ${allowPaid} (cloud.allowPaid)`,
  }));
}

function needs(plan: Plan): Need[] {
  return [...always(plan), ...gateways(plan), ...machines(plan)];
}

function always({ home, edge }: Plan): Need[] {
  const reserved = home?.tunnel.publicAddress === 'reserved' ? 2 : 1;
  const cluster = { service: 'container-engine', limit: 'cluster-count', least: 1, what: 'Kubernetes clusters' };
  const addresses = { service: 'vcn', limit: 'reserved-public-ip-count', least: reserved, what: 'reserved addresses' };
  const ephemeral = "write publicAddress: 'ephemeral' in home.tunnel";
  const balancer = { service: 'load-balancer', limit: 'lb-flexible-count', least: 1, what: 'flexible load balancers' };
  return [
    { ...cluster, todo: UPGRADE },
    { ...addresses, todo: reserved > 1 ? ephemeral : UPGRADE },
    ...(edge.loadBalancers.some(({ internal, kind }) => !internal && kind === 'flexible')
      ? [{ ...balancer, todo: "write loadBalancer: 'network' in edge" }]
      : []),
  ];
}

function gateways({ cloud }: Plan): Need[] {
  if (cloud.nat === 'gateway-instance') return [];
  const todo = `write nat: 'gateway-instance' in cloud, or ${UPGRADE}`;
  return [
    { service: 'vcn', limit: 'nat-gateway-count', least: 1, what: 'NAT gateways', todo },
    { service: 'vcn', limit: 'service-gateway-count', least: 1, what: 'service gateways', todo },
  ];
}

function machines(plan: Plan): Need[] {
  const { ocpus, memoryGb, storageGb, microInstances } = plan.rented;
  const smaller = 'write smaller nodes, or ask Oracle for a higher limit';
  const compute = (limit: string, items: readonly Item[], what: string, todo: string): Need => ({
    ...{ service: 'compute', limit, least: total(items), what, todo },
  });
  return [
    compute('standard-a1-core-count', ocpus, 'ARM cores', smaller),
    compute('standard-a1-memory-count', memoryGb, 'GB of memory for ARM machines', smaller),
    ...(microInstances.length > 0
      ? [compute('standard-e2-micro-core-count', microInstances, 'small machines for the gateway', UPGRADE)]
      : []),
    {
      ...{ service: 'block-storage', limit: 'total-storage-gb', least: total(storageGb) },
      ...{ what: 'GB of volumes', todo: smaller },
    },
  ];
}

/** Limits of availability domains count by the best of them. */
function unmet({ service, limit, least, what, todo }: Need, limits: readonly Limit[]): Forecast[] {
  const values = limits.filter((one) => one.service === service && one.name === limit).map(({ value }) => value);
  const most = Math.max(...values);
  if (values.length === 0) {
    const look = 'look at Limits, Quotas and Usage in the console';
    return [{ level: 'not seen', what: `${what}: the account lists no limit ${service}/${limit}`, todo: look }];
  }
  return most >= least ? [] : [{ level: 'fails', what: `${what}: ${least} needed, the account allows ${most}`, todo }];
}

function versions({ kubernetes }: Plan, { kubernetesVersions }: Sight): Forecast[] {
  if (kubernetesVersions.includes(`v${kubernetes}`)) return [];
  const offered = kubernetesVersions.map((version) => version.replace(/^v/, '')).join(', ');
  const what = `Kubernetes ${kubernetes} is not offered in the region`;
  return [{ level: 'fails', what, todo: `write kubernetes as one of ${offered}` }];
}

/** One domain with room is enough: nodes may stand in every one of them. */
function capacities(all: readonly Capacity[]): Forecast[] {
  const nodes = [...new Set(all.map(({ node }) => node))];
  return nodes
    .filter((node) => !all.some((capacity) => capacity.node === node && capacity.available))
    .map((node) => ({
      level: 'may fail',
      what: `node ${node}: no availability domain has room for such an ARM machine at this moment`,
      todo: 'try again later (nights are better), write a smaller node, or upgrade the account, which then comes first',
    }));
}

/** Begins a further line of a forecast. */
const MARGIN = `\n${' '.repeat(10)}`;

/** The forecasts as the command prints them. */
export function forecastsText(forecasts: readonly Forecast[]): string {
  if (forecasts.length === 0) return 'Nothing stands in the way of pulumi up.\n';
  return forecasts
    .map(({ level, what, todo }) => `${level.padEnd(8)}  ${[what, todo].join('\n').replaceAll('\n', MARGIN)}\n`)
    .join('');
}
