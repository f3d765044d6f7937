import { Size } from 'cdk8s';
import { type ContainerResources, Cpu } from 'cdk8s-plus-27';

/** What a container requests of a node, and the most it gets. */
export interface Resources {
  /** Thousandths of a core. */
  readonly cpuMillis: Bounds;

  /** Mebibytes of memory; the limit is at most twice the request. */
  readonly memoryMebibytes: Bounds;

  /**
   * Mebibytes of the node's disk besides logs: directories that a chart gives to its process. Those of `scratch` count by
   * themselves.
   *
   * @default - none
   */
  readonly diskMebibytes?: Bounds;

  /** Where the figures come from: a measurement with its date, or a vendor's page. */
  readonly source: string;
}

/** What is reserved, and where use ends. */
export interface Bounds {
  readonly request: number;
  readonly limit: number;
}

/** Processor and memory in the words of cdk8s-plus. */
export function containerResources({ cpuMillis, memoryMebibytes }: Resources): ContainerResources {
  return {
    cpu: { request: Cpu.millis(cpuMillis.request), limit: Cpu.millis(cpuMillis.limit) },
    memory: { request: Size.mebibytes(memoryMebibytes.request), limit: Size.mebibytes(memoryMebibytes.limit) },
  };
}

/**
 * Mebibytes of the logs of one container.
 *
 * The kubelet keeps five files of 10 MiB and looks every ten seconds (its defaults of `containerLogMaxFiles`,
 * `containerLogMaxSize` and `containerLogMonitorInterval`): 50 MiB stay, and a flood may write as much again before it
 * looks. Beyond the limit it ends the pod, before the disk of the node is full and it ends others.
 */
const LOGS: Bounds = { request: 50, limit: 100 };

/**
 * What a container requests of the disk of its node, and the most it gets: its logs, and what it writes besides.
 *
 * @param more mebibytes that it writes besides, such as into scratch directories
 */
export function diskMebibytes(more: Bounds = { request: 0, limit: 0 }): Bounds {
  return { request: LOGS.request + more.request, limit: LOGS.limit + more.limit };
}

/** The variable in which a Go program reads how much memory it may take; every other program leaves it alone. */
export const GO_MEMORY_LIMIT = 'GOMEMLIMIT';

/**
 * Part of its memory limit, in percent, that a Go program plans with.
 *
 * By itself it knows no limit and lets its heap double before it collects what is no longer used, so a burst of work can
 * take it past the limit, where the kernel ends it. Near this part it collects sooner. Go's guide
 * (go.dev/doc/gc-guide, "Suggested uses") leaves 5 to 10 % to what the runtime does not count: 10 here, as Traefik's
 * chart does.
 */
const PERCENT = 90;

/** What every container of ours is told; see `PERCENT`. */
export function goMemory(resources: Resources): Readonly<Record<string, string>> {
  return { [GO_MEMORY_LIMIT]: limitOf(resources, PERCENT) };
}

/**
 * The same in the form in which charts take variables.
 *
 * @param percent less where other processes share the container's memory
 */
export function goEnvironment(resources: Resources, percent = PERCENT) {
  return [{ name: GO_MEMORY_LIMIT, value: limitOf(resources, percent) }];
}

function limitOf({ memoryMebibytes }: Resources, percent: number): string {
  return `${Math.floor((memoryMebibytes.limit * percent) / 100)}MiB`;
}
