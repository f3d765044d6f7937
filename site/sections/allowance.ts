import { check } from '../fields/breach.ts';
import { wholeNumber } from '../fields/numbers.ts';
import { object } from '../fields/object.ts';
import { text } from '../fields/text.ts';
import { ALWAYS_FREE } from '../plan/always-free.ts';

/**
 * What an account gives without charge: for an account that has more than Always Free gives today, or one that shares
 * it with something else.
 */
export interface AllowanceInput {
  /**
   * ARM cores, all nodes together.
   *
   * @default 2
   */
  readonly ocpus?: number;

  /**
   * Gigabytes of memory of ARM machines, all nodes together.
   *
   * @default 12
   */
  readonly memoryGb?: number;

  /**
   * Gigabytes of disks: boot volumes of nodes and gateway, and whatever claims in the cluster make.
   *
   * @default 200
   */
  readonly storageGb?: number;

  /**
   * Small machines; the gateway is one.
   *
   * @default 2
   */
  readonly microInstances?: number;

  /**
   * Load balancers of the kind `flexible`.
   *
   * @default 1
   */
  readonly flexibleLoadBalancers?: number;

  /**
   * Load balancers of the kind `network`.
   *
   * @default 1
   */
  readonly networkLoadBalancers?: number;

  /**
   * Secrets in vaults.
   *
   * @default 150
   */
  readonly secrets?: number;
}

/** More than any site requests: whoever means more has mistaken the unit. */
const MOST = { ocpus: 10_000, memoryGb: 100_000, storageGb: 1_000_000, pieces: 10_000 } as const;

const { ocpus, memoryGb, storageGb, microInstances, flexibleLoadBalancers, networkLoadBalancers, secrets } =
  ALWAYS_FREE;

export const allowanceSchema = object('{ ocpus: 4, memoryGb: 24 }', {
  ocpus: wholeNumber('ARM cores', 0, MOST.ocpus).default(ocpus.amount),
  memoryGb: wholeNumber('gigabytes', 0, MOST.memoryGb).default(memoryGb.amount),
  storageGb: wholeNumber('gigabytes', 0, MOST.storageGb).default(storageGb.amount),
  microInstances: wholeNumber('machines', 0, MOST.pieces).default(microInstances.amount),
  flexibleLoadBalancers: wholeNumber('load balancers', 0, MOST.pieces).default(flexibleLoadBalancers.amount),
  networkLoadBalancers: wholeNumber('load balancers', 0, MOST.pieces).default(networkLoadBalancers.amount),
  secrets: wholeNumber('secrets', 0, MOST.pieces).default(secrets.amount),
});

/** Fewest words that say why: `two more nodes`. */
const FEWEST_WORDS = 3;

const aReason = check('a-reason', (value: string) => value.trim().split(/\s+/).length >= FEWEST_WORDS, {
  rule: 'is no reason',
  fix: 'write in a sentence what the money is for; every synth repeats it',
});

/** Why a site may cost money. */
export const paidReason = text('a reason', 'a second node for the shop, 20 EUR a month', aReason);
