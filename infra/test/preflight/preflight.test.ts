import { describe, expect, test } from 'vitest';
import type { SiteInput } from '../../../site/index.ts';
import { assess, forecastsText } from '../../preflight/assess.ts';
import { type Call, look } from '../../preflight/sight.ts';
import { example, sound, TENANCY } from '../sites.ts';

/** Limits of an account, by service; those of availability domains once for each of the three. */
type Limits = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const PAID: Limits = {
  compute: {
    'standard-a1-core-count': [2, 2, 2],
    'standard-a1-memory-count': [12, 12, 12],
    'standard-e2-micro-core-count': [0, 0, 2],
  },
  vcn: { 'nat-gateway-count': [1], 'service-gateway-count': [1], 'reserved-public-ip-count': [50] },
  'container-engine': { 'cluster-count': [15] },
  'block-storage': { 'total-storage-gb': [200, 200, 200] },
  'load-balancer': { 'lb-flexible-count': [1] },
};

const FREE: Limits = {
  ...PAID,
  vcn: { 'nat-gateway-count': [0], 'reserved-public-ip-count': [1] },
  'container-engine': { 'cluster-count': [0] },
};

/** Plays the OCI command line of an account in which some domains have room for ARM machines. */
function account(limits: Limits, roomIn: readonly string[]): Call {
  return (...args) => {
    const after = (word: string) => args[args.indexOf(word) + 1] as string;
    const command = args
      .slice(
        0,
        args.findIndex((word) => word.startsWith('--')),
      )
      .join(' ');
    switch (command) {
      case 'limits value list':
        return {
          data: Object.entries(limits[after('--service-name')] ?? {}).flatMap(([name, values]) =>
            values.map((value) => ({ name, value })),
          ),
        };
      case 'ce cluster-options get':
        return { data: { 'kubernetes-versions': ['v1.35.2', 'v1.36.1'] } };
      case 'iam availability-domain list':
        return { data: ['AD-1', 'AD-2', 'AD-3'].map((name) => ({ name })) };
      case 'compute compute-capacity-report create': {
        const status = roomIn.includes(after('--availability-domain')) ? 'AVAILABLE' : 'OUT_OF_HOST_CAPACITY';
        return { data: { 'shape-availabilities': [{ 'availability-status': status }] } };
      }
      default:
        throw new Error(`nobody expected oci ${command}`);
    }
  };
}

function forecasts(input: SiteInput, limits: Limits, roomIn: readonly string[]): string {
  const site = sound(input);
  return forecastsText(
    assess(site, look(site, { tenancy: TENANCY, compartment: TENANCY, budget: 1 }, account(limits, roomIn))),
  );
}

describe('the preflight', () => {
  test('is content with an account that pays as it goes and one domain that has room', () => {
    expect(forecasts(example, PAID, ['AD-2'])).toBe('Nothing stands in the way of pulumi up.\n');
  });

  test('names everything that a free account lacks, and what to write', () => {
    expect(forecasts(example, FREE, [])).toBe(`fails     Kubernetes clusters: 1 needed, the account allows 0
          upgrade the account to Pay As You Go (what is free stays free)
fails     reserved addresses: 2 needed, the account allows 1
          write publicAddress: 'ephemeral' in home.tunnel
fails     NAT gateways: 1 needed, the account allows 0
          write nat: 'gateway-instance' in cloud, or upgrade the account to Pay As You Go (what is free stays free)
not seen  service gateways: the account lists no limit vcn/service-gateway-count
          look at Limits, Quotas and Usage in the console
may fail  node a: no availability domain has room for such an ARM machine at this moment
          try again later (nights are better), write a smaller node, or upgrade the account, which then comes first
`);
  });

  test('requires no gateways where the site needs none', () => {
    const cloud = { ...example.cloud, nat: 'gateway-instance' as const };
    const home = { ...example.home, tunnel: { ...example.home.tunnel, publicAddress: 'ephemeral' as const } };
    const limits = { ...FREE, 'container-engine': { 'cluster-count': [1] } };
    expect(forecasts({ ...example, cloud, home }, limits, ['AD-1'])).toBe('Nothing stands in the way of pulumi up.\n');
  });

  test('shows what will cost, of a site that says why it may', () => {
    const cloud = { ...example.cloud, nodes: { a: { bootVolumeGb: 160 } }, allowPaid: 'films need much room' };
    const limits = { ...PAID, 'block-storage': { 'total-storage-gb': [5000] } };
    expect(forecasts({ ...example, cloud }, limits, ['AD-1'])).toBe(
      `costs     disks with boot volumes: 210 GB in all, 10 GB more than the allowance of 200 GB:
            160 GB  boot volume of node a
             50 GB  boot volume of the gateway
          nothing, if it may: films need much room (cloud.allowPaid)
`,
    );
  });

  test('sees that no domain has small machines, and that the version is not offered', () => {
    const compute = { ...PAID.compute, 'standard-e2-micro-core-count': [0, 0, 0] };
    expect(forecasts({ ...example, kubernetes: '1.34.10' }, { ...PAID, compute }, ['AD-1'])).toBe(
      `fails     small machines for the gateway: 1 needed, the account allows 0
          upgrade the account to Pay As You Go (what is free stays free)
fails     Kubernetes 1.34.10 is not offered in the region
          write kubernetes as one of 1.35.2, 1.36.1
`,
    );
  });
});
