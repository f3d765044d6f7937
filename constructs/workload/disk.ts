import { at, type Rendered } from '../refine.ts';
import type { Bounds } from './resources.ts';

/**
 * Mebibytes of the logs of one container.
 *
 * The kubelet keeps five files of 10 MiB and looks every ten seconds (its defaults of `containerLogMaxFiles`,
 * `containerLogMaxSize` and `containerLogMonitorInterval`): 50 MiB stay, and a flood may write as much again before it
 * looks. Beyond the limit it ends the pod, before the disk of the node is full and it ends others.
 */
const LOGS: Bounds = { request: 50, limit: 100 };

/**
 * What a container asks of the disk of its node, and the most it gets: its logs, and what it writes besides.
 *
 * @param more mebibytes that it writes besides, such as into scratch directories
 */
export function diskMebibytes(more: Bounds = { request: 0, limit: 0 }): Bounds {
  return { request: LOGS.request + more.request, limit: LOGS.limit + more.limit };
}

/**
 * Gives every container of a rendered workload its part of the node's disk, of which cdk8s-plus-27 only knows whole
 * gibibytes.
 *
 * @param more mebibytes that each writes besides its logs
 */
export function boundDisk(rendered: Rendered, more?: Bounds): void {
  const { request, limit } = diskMebibytes(more);
  const pod = at(rendered, 'spec', 'template', 'spec');
  for (const field of ['initContainers', 'containers']) {
    for (const container of (pod[field] ?? []) as Rendered[]) {
      at(container, 'resources', 'requests')['ephemeral-storage'] = `${request}Mi`;
      at(container, 'resources', 'limits')['ephemeral-storage'] = `${limit}Mi`;
    }
  }
}
