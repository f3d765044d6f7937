import { SYSTEM_PODS } from '../../site/plan/index.ts';
import type { Load } from './verdict.ts';

/** Folder under which the budget shows them. */
export const SYSTEM_PART = 'OKE';

/** OKE's own pods as loads. */
export function systemLoads(nodes: readonly string[]): Load[] {
  return SYSTEM_PODS.map(({ name, millicores, memoryMebibytes, everyNode }) => ({
    name: `kube-system/${name}`,
    part: SYSTEM_PART,
    amounts: { millicores, memoryMebibytes, diskMebibytes: 0, pods: 1 },
    count: 1,
    surge: 0,
    nodes,
    everyNode,
  }));
}
