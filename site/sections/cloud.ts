import { z } from 'zod';
import { dnsLabel } from '../fields/names.ts';
import { network } from '../fields/networks.ts';
import { object } from '../fields/object.ts';
import { atLeastOne } from '../fields/quantities.ts';
import { needs, oneOf, pattern, text, wholeNumber } from '../fields/text.ts';

/** What is rented from the cloud: a region, a network and nodes. */
export interface CloudInput {
  /** Home region of the tenancy, such as `eu-frankfurt-1`: free resources exist only there. */
  readonly region: string;

  /**
   * Network of the cloud side, cut into subnets by the infrastructure.
   *
   * @default 10.0.0.0/16
   */
  readonly network?: string;

  /**
   * Network from which pods get their addresses.
   *
   * @default 10.244.0.0/16
   */
  readonly pods?: string;

  /**
   * Network from which Services get their addresses.
   *
   * @default 10.96.0.0/16
   */
  readonly services?: string;

  /**
   * The pod network of the cluster. There is no other choice: the security rules are planned for flannel, and a
   * cluster keeps its pod network for life.
   *
   * @default flannel
   */
  readonly cni?: 'flannel';

  /**
   * How nodes reach the internet: by a NAT gateway and a service gateway, or through the machine that ends the tunnel
   * home, for tenancies whose limit for such gateways is 0. The machine carries a few dozen megabits a second.
   *
   * @default gateway
   */
  readonly nat?: 'gateway' | 'gateway-instance';

  /**
   * Whether the site may ask for more than the free allowance: `free` refuses it here and by a quota in the tenancy.
   *
   * @default free
   */
  readonly billing?: 'free' | 'paid';

  /**
   * The nodes, each under a key of your choice.
   *
   * The key becomes the label `storage-node` and survives when the cloud replaces the machine, whose name then changes.
   * Data on a node's disk belongs to its key.
   */
  readonly nodes: Readonly<Record<string, NodeInput>>;
}

/** One ARM machine of the shape VM.Standard.A1.Flex. */
export interface NodeInput {
  /**
   * ARM cores; one OCPU is one core. The free allowance is 2 for all nodes together.
   *
   * @default 2
   */
  readonly ocpus?: number;

  /**
   * Memory in gigabytes. The free allowance is 12 for all nodes together.
   *
   * @default 12
   */
  readonly memoryGb?: number;

  /**
   * Size of the boot volume in gigabytes, at least 50. Local volumes live on it.
   *
   * @default 50
   */
  readonly bootVolumeGb?: number;
}

/** The shape takes up to 64 GB for each OCPU, and the smallest boot volume is 50 GB. */
const nodeSchema = object('{} for a node of 2 OCPUs and 12 GB', {
  ocpus: wholeNumber('OCPUs', 1, 76).default(2),
  memoryGb: wholeNumber('gigabytes', 6, 472).default(12),
  bootVolumeGb: wholeNumber('gigabytes', 50, 32_768).default(50),
});

const cniSchema = text('flannel, or nothing', (value) =>
  value === 'flannel'
    ? undefined
    : {
        rule: 'is not built: the security rules are planned for flannel, and a cluster keeps its pod network for life',
        fix: 'write flannel, or leave out cni',
      },
);

export const cloudSchema = object('{ region, nodes: { a: {} } }', {
  region: pattern(
    'the region of your tenancy, such as eu-frankfurt-1',
    /^[a-z]{2}-[a-z]+-\d$/,
    'is not the identifier of a region',
  ),
  network: network('10.0.0.0/16').default('10.0.0.0/16'),
  pods: network('10.244.0.0/16').default('10.244.0.0/16'),
  services: network('10.96.0.0/16').default('10.96.0.0/16'),
  cni: cniSchema.default('flannel'),
  nat: oneOf('gateway', 'gateway-instance').default('gateway'),
  billing: oneOf('free', 'paid').default('free'),
  nodes: atLeastOne(
    z.record(dnsLabel(20, 'a'), nodeSchema, { error: () => needs('at least one node: { a: {} }') }),
    'at least one node: { a: {} }',
  ),
});
