import type { KubeObject } from '../../../output/index.ts';

/** What pods ask for together. */
export interface Demand {
  readonly millicores: number;
  readonly mebibytes: number;
}

interface Declared {
  readonly replicas: number;
  readonly cpuMillis: number;
  readonly memoryMebibytes: number;
}

interface Spec {
  readonly replicas?: number;
  readonly template: { readonly spec: { readonly containers: readonly Container[] } };
}

interface Container {
  readonly resources: { readonly requests: { readonly cpu: string; readonly memory: string } };
}

/** The requests of everything that stays running, on one node; those of charts as they are declared. */
export function demandOf(objects: readonly KubeObject[]): Demand {
  const parts = objects.flatMap((object) => [...declared(object), ...running(object)]);
  return {
    millicores: parts.reduce((sum, { millicores }) => sum + millicores, 0),
    mebibytes: parts.reduce((sum, { mebibytes }) => sum + mebibytes, 0),
  };
}

function declared({ metadata }: KubeObject): Demand[] {
  const pods = JSON.parse(metadata.annotations?.['armstead/pods'] ?? '[]') as Declared[];
  return pods.map(({ replicas, cpuMillis, memoryMebibytes }) => ({
    millicores: replicas * cpuMillis,
    mebibytes: replicas * memoryMebibytes,
  }));
}

function running({ kind, spec }: KubeObject): Demand[] {
  if (kind !== 'Deployment' && kind !== 'DaemonSet') return [];
  const { replicas = 1, template } = spec as Spec;
  return template.spec.containers.map(({ resources: { requests } }) => ({
    millicores: replicas * millicores(requests.cpu),
    mebibytes: replicas * mebibytes(requests.memory),
  }));
}

function millicores(cpu: string): number {
  return cpu.endsWith('m') ? Number(cpu.slice(0, -1)) : Number(cpu) * 1000;
}

function mebibytes(memory: string): number {
  return Number(memory.slice(0, -2)) * (memory.endsWith('Gi') ? 1024 : 1);
}
