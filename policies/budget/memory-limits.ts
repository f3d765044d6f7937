import { declaredPods } from '../../kubernetes/declared-by-charts.ts';
import { demandOf } from '../../kubernetes/demand.ts';
import { kindOf } from '../../kubernetes/kinds.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import type { PolicyContext } from '../context/context.ts';
import { nodesFor } from '../context/nodes.ts';
import { replicasOf } from '../context/replicas.ts';

/** The most memory that the pods of a workload may use when nothing is being replaced. */
export interface MemoryLimit {
  readonly name: string;
  readonly mebibytes: number;

  /** Keys of the nodes on which the pods can run. */
  readonly nodes: readonly string[];

  /** Whether each of these nodes runs them, as with a DaemonSet. */
  readonly each: boolean;
}

/** The memory limits of every workload of a site, and of the pods that Helm charts declare. */
export function memoryLimits(context: PolicyContext): MemoryLimit[] {
  return [...context.pods.map((pod) => limitOf(pod, context)), ...helmLimits(context)];
}

const BYTES_PER_MEBIBYTE = 1024 * 1024;

function limitOf(pod: Pod, context: PolicyContext): MemoryLimit {
  const { object } = pod.subject;
  const limit = demandOf(pod, 'limits', 'memory') / BYTES_PER_MEBIBYTE;
  return {
    name: object.metadata.name,
    mebibytes: limit * replicasOf(pod.subject, context).most,
    nodes: nodesFor(pod, context),
    each: kindOf(object) === 'DaemonSet.apps',
  };
}

/** The pods of Helm charts, which their Applications declare. */
function helmLimits(context: PolicyContext): MemoryLimit[] {
  const nodes = Object.keys(context.plan.cloud.nodes);
  return context.ofKind('Application.argoproj.io').flatMap((subject) =>
    declaredPods(subject.object).map(({ name, replicas, memoryMebibytes, memoryLimitMebibytes = memoryMebibytes }) => ({
      name: `${subject.object.metadata.name} ${name}`,
      mebibytes: replicas * memoryLimitMebibytes,
      nodes,
      each: false,
    })),
  );
}
