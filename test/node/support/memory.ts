import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { kubectlJson } from '../../cluster/support/kubectl.ts';
import type { List, LiveObject } from '../../cluster/support/objects.ts';

/** A container that runs, as the kubelet tells of it. */
export interface Running {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;

  /** Of the runtime: 64 hexadecimal digits. */
  readonly id: string;
}

interface PodWithIds extends LiveObject {
  readonly status: {
    readonly containerStatuses?: readonly {
      readonly name: string;
      readonly containerID?: string;
      readonly lastState?: { readonly terminated?: { readonly reason: string; readonly exitCode: number } };
    }[];
  };
}

/** Every container that runs in some namespaces. */
export function containersIn(namespaces: readonly string[]): Running[] {
  return podsWithIds(namespaces).flatMap(({ metadata, status }) =>
    (status.containerStatuses ?? []).map(({ name, containerID = '' }) => ({
      namespace: metadata.namespace ?? '',
      pod: metadata.name,
      container: name,
      id: containerID.replace(/^.*\/\//, ''),
    })),
  );
}

/** Why a container ended the last time, in the word of the kubelet; undefined while it has not. */
export function lastEnd({ namespace, pod, container }: Running): string | undefined {
  const { status } = kubectlJson<PodWithIds>('get', 'pod', pod, '--namespace', namespace);
  return status.containerStatuses?.find(({ name }) => name === container)?.lastState?.terminated?.reason;
}

/**
 * Eats the memory that a container may have, inside its own limit and as one of its processes, until the kernel ends the
 * one that the container began with: it is chosen before ours, which did not come from the kubelet.
 */
export function eatMemoryOf({ id }: Running): Promise<void> {
  const group = controlGroupOf(id);
  const lines = `echo $$ >'${group}/cgroup.procs'; head -c ${limitOf(group)} /dev/zero | tail >/dev/null`;
  const eater = spawn('sh', ['-euc', lines], { stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    eater.once('error', reject);
    eater.once('exit', () => resolve());
  });
}

/** The folder of a container's control group that holds its memory, of either version. */
function controlGroupOf(id: string): string {
  const words = ['/sys/fs/cgroup', '-path', `*${id}/memory.*`, '(', '-name', 'memory.limit_in_bytes', '-o'];
  const [found] = execFileSync('find', [...words, '-name', 'memory.max', ')'], { encoding: 'utf8' }).split('\n');
  if (!found) throw new Error(`the container ${id} has no control group`);
  return found.replace(/\/[^/]+$/, '');
}

function limitOf(group: string): number {
  const limit = ['memory.limit_in_bytes', 'memory.max'].map((name) => {
    try {
      return Number(readFileSync(`${group}/${name}`, 'utf8'));
    } catch {
      return Number.NaN;
    }
  });
  const found = limit.find((bytes) => bytes > 0);
  if (!found) throw new Error(`${group} has no limit`);
  return found;
}

function podsWithIds(namespaces: readonly string[]): readonly PodWithIds[] {
  const { items } = kubectlJson<List<PodWithIds>>('get', 'pods', '--all-namespaces');
  return items.filter(
    ({ metadata }) => metadata.deletionTimestamp === undefined && namespaces.includes(metadata.namespace ?? ''),
  );
}
