import type { Size } from '../fields/quantities.ts';
import type { Site } from '../site.ts';

/** A node as `platform.ts` states it. */
type Node = Pick<Site['cloud']['nodes'][string], 'ocpus' | 'memoryGb'>;

/** What the pods of a node may request together. */
export interface Allocatable {
  /** Thousandths of a core. */
  readonly millicores: number;

  readonly memory: Size;
}

/**
 * What a node has for pods: all of it, less what OKE keeps for the system and the kubelet.
 *
 * What OKE runs as pods of its own (DNS, network, proxy) comes out of this, as every other pod does.
 */
export function allocatable({ ocpus, memoryGb }: Node): Allocatable {
  return {
    millicores: ocpus * 1000 - cpuForKubelet(ocpus) - SYSTEM_MILLICORES,
    memory: {
      mebibytes: memoryGb * MEBIBYTES_PER_GB - UNSEEN - memoryForKubelet(memoryGb) - SYSTEM - EVICTION - ROUNDED_OFF,
    },
  };
}

const MEBIBYTES_PER_GB = 1024;

/** Thousandths of a core for the system (Oracle, "Cluster Management Best Practices", `--system-reserved`). */
const SYSTEM_MILLICORES = 100;

/** Mebibytes for the system (same page). */
const SYSTEM = 100;

/** Mebibytes below which the kubelet evicts pods, and which therefore belong to none: its default. */
const EVICTION = 100;

/** Mebibytes that firmware and kernel keep before the kubelet counts: 12 GB show as 11,984 MiB, 6 GB as 5,852 MiB. */
const UNSEEN = 304;

/** Mebibytes kept back because Oracle's page rounds to whole gibibytes: it is better to promise too little. */
const ROUNDED_OFF = 256;

/** Thousandths of a core that the kubelet keeps, for 1 to 5 cores (same page, `--kube-reserved`). */
const KUBELET_MILLICORES = [60, 70, 80, 85, 90] as const;

/** Thousandths of a core for each further one. */
const KUBELET_MILLICORES_MORE = 2.5;

function cpuForKubelet(cores: number): number {
  const listed = Math.min(cores, KUBELET_MILLICORES.length);
  const more = Math.ceil((cores - listed) * KUBELET_MILLICORES_MORE);
  return (KUBELET_MILLICORES[listed - 1] ?? 0) + more;
}

/** Gigabytes of a node and those that the kubelet keeps of them (same page); between two rows in proportion. */
const KUBELET_MEMORY = [
  { node: 0, kept: 1 },
  { node: 8, kept: 1 },
  { node: 16, kept: 2 },
  { node: 128, kept: 9 },
] as const;

/** Gigabytes that the kubelet keeps of each further one. */
const KUBELET_MEMORY_MORE = 0.02;

function memoryForKubelet(memoryGb: number): number {
  const upper = KUBELET_MEMORY.findIndex(({ node }) => memoryGb <= node);
  return Math.ceil(keptOf(memoryGb, upper) * MEBIBYTES_PER_GB);
}

function keptOf(memoryGb: number, upper: number): number {
  const [to, from] = [KUBELET_MEMORY[upper], KUBELET_MEMORY[upper - 1]];
  if (to && from) return from.kept + ((memoryGb - from.node) / (to.node - from.node)) * (to.kept - from.kept);
  const last = KUBELET_MEMORY[KUBELET_MEMORY.length - 1] as (typeof KUBELET_MEMORY)[number];
  return last.kept + (memoryGb - last.node) * KUBELET_MEMORY_MORE;
}
