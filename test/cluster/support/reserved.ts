import { type DeclaredPods, declaredPods } from '../../../kubernetes/declared-by-charts.ts';
import { PLATFORM_PRIORITY } from '../../../site/plan/priorities.ts';
import { kubectl } from './kubectl.ts';
import { objectsIn } from './tree.ts';

/** Namespace of the pods that stand for those of Helm charts. */
export const RESERVED = 'reserved';

/**
 * Takes as much of the nodes as the Helm charts of the site declare: their pods are not here, and everything else has to
 * find room beside them.
 */
export function reserveForCharts(): void {
  const pods = objectsIn('apps').flatMap((application) =>
    declaredPods(application).flatMap((pod) =>
      Array.from({ length: pod.replicas }, (_, index) => podOf(application.metadata.name, pod, index)),
    ),
  );
  const ranks = objectsIn('cluster').filter(({ kind }) => kind === 'PriorityClass');
  const items = [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: RESERVED } }, ...ranks, ...pods];
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const { succeeded, complaints } = kubectl(['apply', '--server-side', '--filename', '-'], list);
  if (!succeeded) throw new Error(`room for the pods of Helm charts could not be taken: ${complaints}`);
}

function podOf(chart: string, { name, cpuMillis, memoryMebibytes, diskMebibytes = 0 }: DeclaredPods, index: number) {
  const requests = { cpu: `${cpuMillis}m`, memory: `${memoryMebibytes}Mi`, 'ephemeral-storage': `${diskMebibytes}Mi` };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${chart}-${name}-${index}`, namespace: RESERVED },
    spec: {
      priorityClassName: PLATFORM_PRIORITY,
      containers: [{ name: 'main', image: 'registry.k8s.io/pause:3.10.1', resources: { requests } }],
    },
  };
}
