/** One thing that an account has without charge, and who says so. */
export interface Grant {
  /** What it is, in words that follow a number: `ARM cores`. */
  readonly what: string;

  readonly amount: number;

  /** Unit behind the number; none for what is counted in pieces. */
  readonly unit: '' | 'GB' | 'Mbps' | 'TB a month' | 'a month';

  /** What holds a site to it: `no` where nothing in a site says how much it takes. */
  readonly heldBy: 'synth' | 'quota' | 'preflight' | 'no';

  /** Month in which the source said so. */
  readonly seen: string;

  readonly source: string;
}

/** Oracle's page "Always Free Resources", as it is quoted in public. */
const ORACLE = 'Oracle, Always Free Resources';

/** State of that page after the ARM allowance was halved in June 2026. */
const SEEN = '2026-07';

/**
 * What Oracle's Always Free gives to a tenancy, all of it together and in its home region.
 *
 * A row changes when Oracle changes it, together with the month in which somebody saw it.
 */
export const ALWAYS_FREE = {
  ocpus: {
    ...{ what: 'ARM cores', amount: 2, unit: '', heldBy: 'synth', seen: '2026-09' },
    source: `${ORACLE}: 1,500 OCPU hours a month of VM.Standard.A1.Flex since June 2026 (3,000 before)`,
  },
  memoryGb: {
    ...{ what: 'memory of ARM machines', amount: 12, unit: 'GB', heldBy: 'synth', seen: '2026-09' },
    source: `${ORACLE}: 9,000 GB hours a month of VM.Standard.A1.Flex since June 2026 (18,000 before)`,
  },
  storageGb: {
    ...{ what: 'disks with boot volumes', amount: 200, unit: 'GB', heldBy: 'synth', seen: SEEN },
    source: `${ORACLE}: boot and block volumes together, each of at least 50 GB`,
  },
  microInstances: {
    ...{ what: 'small machines', amount: 2, unit: '', heldBy: 'synth', seen: SEEN },
    source: `${ORACLE}: VM.Standard.E2.1.Micro, in the one availability domain that has it`,
  },
  flexibleLoadBalancers: {
    ...{ what: 'flexible load balancers', amount: 1, unit: '', heldBy: 'synth', seen: SEEN },
    source: `${ORACLE}: 16 listeners and 16 backend sets`,
  },
  loadBalancerMbps: {
    ...{ what: 'bandwidth of the flexible load balancer', amount: 10, unit: 'Mbps', heldBy: 'synth', seen: SEEN },
    source: `${ORACLE}: smallest and largest bandwidth of its shape`,
  },
  networkLoadBalancers: {
    ...{ what: 'network load balancers', amount: 1, unit: '', heldBy: 'synth', seen: SEEN },
    source: `${ORACLE}: 50 listeners and 50 backend sets`,
  },
  secrets: {
    ...{ what: 'secrets in vaults', amount: 150, unit: '', heldBy: 'synth', seen: SEEN },
    source: `${ORACLE}: in vaults with software keys; a virtual private vault costs`,
  },
  volumeBackups: {
    ...{ what: 'backups of volumes', amount: 5, unit: '', heldBy: 'quota', seen: SEEN },
    source: `${ORACLE}: of boot and block volumes together`,
  },
  reservedAddresses: {
    ...{ what: 'reserved public addresses', amount: 1, unit: '', heldBy: 'preflight', seen: '2026-10' },
    source: 'report of a free account; not confirmed by Oracle, and an older report has 6',
  },
  networks: {
    ...{ what: 'cloud networks', amount: 2, unit: '', heldBy: 'no', seen: SEEN },
    source: `${ORACLE}; a site makes one`,
  },
  keyVersions: {
    ...{ what: 'key versions in hardware', amount: 20, unit: '', heldBy: 'no', seen: SEEN },
    source: `${ORACLE}; keys in software are free without number`,
  },
  objectsGb: {
    ...{ what: 'objects of all tiers', amount: 20, unit: 'GB', heldBy: 'no', seen: SEEN },
    source: `${ORACLE}; 10 GB for each tier in a trial or on Pay As You Go`,
  },
  objectRequests: {
    ...{ what: 'requests to objects', amount: 50_000, unit: 'a month', heldBy: 'no', seen: SEEN },
    source: ORACLE,
  },
  egressTb: {
    ...{ what: 'traffic to the internet', amount: 10, unit: 'TB a month', heldBy: 'no', seen: SEEN },
    source: ORACLE,
  },
} as const satisfies Readonly<Record<string, Grant>>;

/** The smallest volume that the cloud makes: whoever requests less gets, and is counted, this much. */
export const SMALLEST_BLOCK_VOLUME_GB = 50;

/** What a site's plan and objects are added up against. */
export const COUNTED = [
  'ocpus',
  'memoryGb',
  'storageGb',
  'microInstances',
  'flexibleLoadBalancers',
  'networkLoadBalancers',
  'secrets',
] as const satisfies readonly (keyof typeof ALWAYS_FREE)[];

/** One of the things that are added up. */
export type Counted = (typeof COUNTED)[number];

/** How much of each an account has without charge. */
export type Allowance = Readonly<Record<Counted, number>>;

/** An amount with its unit: `12 GB`. */
export function grantText({ amount, unit }: Pick<Grant, 'amount' | 'unit'>): string {
  const digits = amount.toLocaleString('en');
  return unit === '' ? digits : `${digits} ${unit}`;
}
