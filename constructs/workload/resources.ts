import { Size } from 'cdk8s';
import { type ContainerResources, Cpu } from 'cdk8s-plus-27';

/** What a container asks of a node, and the most it gets. */
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

export function containerResources({ cpuMillis, memoryMebibytes }: Resources): ContainerResources {
  return {
    cpu: { request: Cpu.millis(cpuMillis.request), limit: Cpu.millis(cpuMillis.limit) },
    memory: { request: Size.mebibytes(memoryMebibytes.request), limit: Size.mebibytes(memoryMebibytes.limit) },
  };
}
