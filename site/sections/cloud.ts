import { z } from 'zod';
import { type FieldCheck, proposal } from '../fields/breach.ts';
import { misfit } from '../fields/checked.ts';
import { LARGEST_BOOT_VOLUME_GB } from '../fields/disks.ts';
import { flag } from '../fields/flag.ts';
import { dnsLabel } from '../fields/names.ts';
import { type NetworkSizes, network } from '../fields/networks.ts';
import { wholeNumber } from '../fields/numbers.ts';
import { named, object } from '../fields/object.ts';
import { oneOf, text } from '../fields/text.ts';
import { regionLike } from '../plan/regions.ts';
import { type AllowanceInput, allowanceSchema, paidReason } from './allowance.ts';

/** What is rented from the cloud: a region, a network and nodes. */
export interface CloudInput {
  /** Home region of the tenancy, such as `eu-frankfurt-1`: free resources exist only there. */
  readonly region: string;

  /**
   * Whether Oracle has opened the region after the list in `site/plan/regions.ts` was read; its name is then not looked
   * up, so a slip in it shows only when the cloud is called.
   *
   * @default false
   */
  readonly regionIsNew?: boolean;

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
   * What your account gives without charge, where that is not what Always Free gives today: an older account
   * (`{ ocpus: 4, memoryGb: 24 }`), or one that pays for more anyway. Whatever is beyond it is refused, here and by a
   * quota in the tenancy.
   *
   * @default - Always Free: 2 ARM cores, 12 GB, 200 GB of disks, a load balancer of each kind
   */
  readonly allowance?: AllowanceInput;

  /**
   * Why the site may request more than the allowance, in a sentence: what is beyond it is then told at each synth and
   * no longer refused, and the tenancy has no quota.
   *
   * @default - none: what is beyond the allowance is refused
   */
  readonly allowPaid?: string;

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

const nodeSchema = object('{} for a node of 2 OCPUs and 12 GB', {
  ocpus: wholeNumber('OCPUs', 1, 76).default(2),
  memoryGb: wholeNumber('gigabytes', 6, 472).default(12),
  bootVolumeGb: wholeNumber('gigabytes', 50, LARGEST_BOOT_VOLUME_GB).default(50),
});

const cni = z.enum(['flannel'], {
  error: misfit({
    what: 'flannel: the security rules are planned for it, and a cluster keeps its pod network for life',
    fix: () => "write 'flannel', or leave out cni",
    standIn: 'flannel',
  }),
});

const region: FieldCheck<string> = {
  id: 'region',
  breach: (value) =>
    /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/.test(value)
      ? undefined
      : {
          rule: 'is not the identifier of a region',
          ...proposal(
            regionLike(value),
            'it as the address bar of the console shows it behind region=, such as eu-frankfurt-1',
          ),
        },
};

/** Sizes of a virtual cloud network of OCI, of which four subnets are cut. */
const CLOUD: NetworkSizes = { largest: 16, smallest: 24, of: 'the network of a cloud' };

/** The API server takes a Service network of at most 20 bits; a small platform has some dozens of Services. */
const SERVICES: NetworkSizes = { largest: 12, smallest: 24, of: 'the Services of a cluster' };

/** The most that Kubernetes cuts into the /25 that each node gets is 16 bits more than those. */
const PODS: NetworkSizes = { largest: 9, smallest: 24, of: 'the pods of a cluster' };

export const cloudSchema = object("{ region: 'eu-frankfurt-1', nodes: { a: {} } }", {
  region: text('the home region of your tenancy', 'eu-frankfurt-1', region),
  regionIsNew: flag.default(false),
  network: network('10.0.0.0/16', CLOUD).default('10.0.0.0/16'),
  pods: network('10.244.0.0/16', PODS).default('10.244.0.0/16'),
  services: network('10.96.0.0/16', SERVICES).default('10.96.0.0/16'),
  cni: cni.default('flannel'),
  nat: oneOf('gateway', 'gateway-instance').default('gateway'),
  allowance: allowanceSchema.prefault({}),
  allowPaid: paidReason.optional(),
  nodes: named('node', { a: {} }, dnsLabel(20, 'a'), nodeSchema),
});
