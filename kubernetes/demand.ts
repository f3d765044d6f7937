import type { Pod, PodContainer } from './pods.ts';
import { quantity } from './quantities.ts';

type Kind = 'requests' | 'limits';

/**
 * What one pod takes of a resource, as the scheduler counts it.
 *
 * Init containers run one after the other before the main ones, so the largest counts, together with the sidecars that
 * run already; what the runtime itself takes comes on top. What is not stated counts as nothing.
 */
export function demandOf(pod: Pod, kind: Kind, resource: string): number {
  let sidecars = 0;
  let start = 0;
  let main = 0;
  for (const { container, role } of pod.containers) {
    const amount = stated(container, kind, resource);
    if (role === 'main') main += amount;
    else if (role === 'sidecar') sidecars += amount;
    start = Math.max(start, role === 'init' ? sidecars + amount : sidecars);
  }
  return Math.max(start, main + sidecars) + (quantity(pod.spec.overhead?.[resource]) ?? 0);
}

function stated({ resources }: PodContainer['container'], kind: Kind, resource: string): number {
  return quantity(resources?.[kind]?.[resource]) ?? 0;
}
