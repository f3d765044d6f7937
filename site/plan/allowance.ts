import { backendOf } from '../secret-backends/index.ts';
import type { Site } from '../site.ts';
import {
  ALWAYS_FREE,
  type Allowance,
  COUNTED,
  type Counted,
  grantText,
  SMALLEST_BLOCK_VOLUME_GB,
} from './always-free.ts';
import { loadBalancers } from './load-balancers.ts';
import type { SecretPlan } from './secret-need.ts';
import { secretsOf } from './secrets.ts';

/** Boot volume of the gateway: the smallest that the cloud makes. */
export const GATEWAY_BOOT_VOLUME_GB = SMALLEST_BLOCK_VOLUME_GB;

/** One thing that takes a part of the allowance: `boot volume of node a`. */
export interface Item {
  readonly what: string;
  readonly amount: number;
}

/** Everything that takes a part of the allowance. */
export type RentedItems = Readonly<Record<Counted, readonly Item[]>>;

/**
 * What the infrastructure of a site requests, before there is any object in its cluster.
 *
 * @param expected every Secret that is expected: those of the platform, unless teams have some
 */
export function rentedBy(site: Site, expected: readonly SecretPlan[] = secretsOf(site)): RentedItems {
  const { cloud, home, secrets } = site;
  const nodes = Object.entries(cloud.nodes);
  const balancers = (kind: Site['edge']['loadBalancer']) =>
    loadBalancers(site)
      .filter((plan) => plan.kind === kind)
      .map(({ name }) => ({ what: name, amount: 1 }));
  return {
    ocpus: nodes.map(([key, { ocpus }]) => ({ what: `node ${key}`, amount: ocpus })),
    memoryGb: nodes.map(([key, { memoryGb }]) => ({ what: `node ${key}`, amount: memoryGb })),
    storageGb: [
      ...nodes.map(([key, { bootVolumeGb }]) => ({ what: `boot volume of node ${key}`, amount: bootVolumeGb })),
      ...(home ? [{ what: 'boot volume of the gateway', amount: GATEWAY_BOOT_VOLUME_GB }] : []),
    ],
    microInstances: home ? [{ what: 'the gateway', amount: 1 }] : [],
    flexibleLoadBalancers: balancers('flexible'),
    networkLoadBalancers: balancers('network'),
    secrets: backendOf(secrets).takesAllowance ? secretNames(expected).map((name) => ({ what: name, amount: 1 })) : [],
  };
}

/** A Secret of one name in two namespaces is one in the vault. */
function secretNames(secrets: readonly SecretPlan[]): string[] {
  return [...new Set(secrets.map(({ inVault }) => inVault))];
}

/** All parts of one thing together. */
export function total(items: readonly Item[]): number {
  return items.reduce((sum, { amount }) => sum + amount, 0);
}

/** One thing of which more is requested than an account has without charge. */
export interface Overrun {
  readonly counted: Counted;
  readonly asked: number;
  readonly allowed: number;
  readonly items: readonly Item[];
}

/** Everything of which too much is requested. */
export function overruns(rented: RentedItems, allowance: Allowance): Overrun[] {
  return COUNTED.map((counted) => ({
    counted,
    asked: total(rented[counted]),
    allowed: allowance[counted],
    items: rented[counted],
  })).filter((sum) => sum.asked > sum.allowed);
}

/** Lines of a sum that are shown before the rest is put together. */
const SHOWN = 8;

/** How much is requested, of what: `ARM cores: 4`. */
export function overrunAmount({ counted, asked }: Pick<Overrun, 'counted' | 'asked'>): string {
  const { what, unit } = ALWAYS_FREE[counted];
  return `${what}: ${grantText({ amount: asked, unit })}`;
}

/** What is wrong with a sum, and the sum itself line by line. */
export function overrunText({ counted, asked, allowed, items }: Overrun): string {
  const { unit } = ALWAYS_FREE[counted];
  const beyond = grantText({ amount: asked - allowed, unit });
  const lines = shortened(items).map(({ what, amount }) => ({ what, text: grantText({ amount, unit }) }));
  const width = Math.max(...lines.map(({ text }) => text.length));
  const sum = lines.map(({ what, text }) => `\n  ${text.padStart(width)}  ${what}`).join('');
  return `in all, ${beyond} more than the allowance of ${grantText({ amount: allowed, unit })}:${sum}`;
}

/** The largest parts, and one line for all others. */
function shortened(items: readonly Item[]): readonly Item[] {
  if (items.length <= SHOWN) return items;
  const sorted = [...items].sort((one, other) => other.amount - one.amount);
  const rest = sorted.slice(SHOWN - 1);
  return [...sorted.slice(0, SHOWN - 1), { what: `${rest.length} more`, amount: total(rest) }];
}

/** What a synth and `pulumi up` say of a site that may cost; nothing while it stays within its allowance. */
export function paidNotices(
  { cloud: { allowPaid } }: { readonly cloud: Pick<Site['cloud'], 'allowPaid'> },
  beyond: readonly Overrun[],
): string[] {
  if (allowPaid === undefined) return [];
  return beyond.map(
    (overrun) =>
      `this may cost money: ${allowPaid} (cloud.allowPaid)\n${overrunAmount(overrun)} ${overrunText(overrun)}`,
  );
}
