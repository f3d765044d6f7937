/** What a pod takes of a node, or a node has for pods. */
export interface Amounts {
  readonly millicores: number;
  readonly memoryMebibytes: number;

  /** Disk of the node for logs, container layers and scratch directories. */
  readonly diskMebibytes: number;

  /** Number of pods: each takes one place. */
  readonly pods: number;
}

/** The resources that are counted. */
export const RESOURCES = ['millicores', 'memoryMebibytes', 'diskMebibytes', 'pods'] as const;

/** One of the resources that are counted. */
export type Resource = (typeof RESOURCES)[number];

export const NOTHING: Amounts = { millicores: 0, memoryMebibytes: 0, diskMebibytes: 0, pods: 0 };

/** Resource by resource, what a function makes of several amounts. */
function combined(all: readonly Amounts[], combine: (values: readonly number[]) => number): Amounts {
  const entries = RESOURCES.map((resource) => [resource, combine(all.map((amounts) => amounts[resource]))]);
  return Object.fromEntries(entries) as unknown as Amounts;
}

export function sum(all: readonly Amounts[]): Amounts {
  return combined(all, (values) => values.reduce((total, value) => total + value, 0));
}

/** The most of each resource, which may come from different amounts. */
export function most(all: readonly Amounts[]): Amounts {
  return combined(all, (values) => Math.max(0, ...values));
}

export function less(from: Amounts, amounts: Amounts): Amounts {
  return combined([from, amounts], ([whole = 0, part = 0]) => whole - part);
}

export function times(amounts: Amounts, count: number): Amounts {
  return combined([amounts], ([value = 0]) => value * count);
}

/** The first resource of which there is not enough. */
export function lacking(room: Amounts, wanted: Amounts): Resource | undefined {
  return RESOURCES.find((resource) => wanted[resource] > room[resource]);
}

/** An amount of a resource in the form that Kubernetes takes: `250m`, `512Mi`. */
export function amountText(resource: Resource, amount: number): string {
  if (resource === 'pods') return `${amount} pods`;
  return resource === 'millicores' ? `${Math.ceil(amount)}m CPU` : `${Math.ceil(amount)}Mi ${NAMES[resource]}`;
}

const NAMES = { memoryMebibytes: 'memory', diskMebibytes: 'disk' } as const;
