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

/** An amount of each resource. */
function amountsOf(one: (resource: Resource) => number): Amounts {
  return {
    millicores: one('millicores'),
    memoryMebibytes: one('memoryMebibytes'),
    diskMebibytes: one('diskMebibytes'),
    pods: one('pods'),
  };
}

export function sum(all: readonly Amounts[]): Amounts {
  return amountsOf((resource) => all.reduce((total, amounts) => total + amounts[resource], 0));
}

/** The most of each resource, which may come from different amounts. */
export function most(all: readonly Amounts[]): Amounts {
  return amountsOf((resource) => all.reduce((largest, amounts) => Math.max(largest, amounts[resource]), 0));
}

export function less(from: Amounts, amounts: Amounts): Amounts {
  return amountsOf((resource) => from[resource] - amounts[resource]);
}

export function times(amounts: Amounts, count: number): Amounts {
  return amountsOf((resource) => amounts[resource] * count);
}

export function isSame(one: Amounts, other: Amounts): boolean {
  return RESOURCES.every((resource) => one[resource] === other[resource]);
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
