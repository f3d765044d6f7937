import type { PolicyContext } from '../context/context.ts';
import { declaredPods } from '../context/declared-pods.ts';
import { demandOf } from '../context/demand.ts';
import { kindOf } from '../context/kinds.ts';
import { nodesFor } from '../context/nodes.ts';
import type { Pod } from '../context/pods.ts';
import type { Subject } from '../subject.ts';
import type { Amounts } from './amounts.ts';
import { countOf, surgeOf } from './counts.ts';
import { systemLoads } from './system.ts';
import type { Load } from './verdict.ts';

/** The folder whose Job brings Argo CD: it runs before anything else is there, and is removed. */
const GONE_BEFORE_THE_REST = 'install';

const BYTES_PER_MEBIBYTE = 1024 * 1024;

/** Every pod of a site: what OKE runs, the objects of `dist/`, and the pods that Helm charts declare. */
export function loadsOf(context: PolicyContext): Load[] {
  const nodes = Object.keys(context.plan.cloud.nodes);
  const own = context.pods.filter(({ subject }) => subject.folder !== GONE_BEFORE_THE_REST);
  return [
    ...systemLoads(nodes),
    ...own.map((pod) => nativeLoad(pod, context)),
    ...context.ofKind('Application.argoproj.io').flatMap((application) => helmLoads(application, nodes)),
  ];
}

function nativeLoad(pod: Pod, context: PolicyContext): Load {
  const { subject } = pod;
  const count = countOf(subject, context);
  return {
    name: `${subject.folder}/${subject.object.metadata.name}`,
    part: subject.folder,
    amounts: amountsOf(pod),
    count,
    surge: surgeOf(subject, count),
    nodes: nodesFor(pod, context),
    everyNode: kindOf(subject.object) === 'DaemonSet.apps',
  };
}

function amountsOf(pod: Pod): Amounts {
  return {
    millicores: thousandths(demandOf(pod, 'requests', 'cpu')),
    memoryMebibytes: demandOf(pod, 'requests', 'memory') / BYTES_PER_MEBIBYTE,
    diskMebibytes: demandOf(pod, 'requests', 'ephemeral-storage') / BYTES_PER_MEBIBYTE,
    pods: 1,
  };
}

/** Rounded up as the scheduler does, and without the traces that adding fractions leaves. */
function thousandths(cores: number): number {
  return Math.ceil(Number((cores * 1000).toFixed(6)));
}

/** The pods of a Helm chart; where they may run is up to the chart, and ours bind none to a node. */
function helmLoads(application: Subject, nodes: readonly string[]): Load[] {
  const { name: chart } = application.object.metadata;
  return declaredPods(application).map(({ name, replicas, cpuMillis, memoryMebibytes, diskMebibytes = 0 }) => ({
    name: `${chart}/${name}`,
    part: chart,
    amounts: { millicores: cpuMillis, memoryMebibytes, diskMebibytes, pods: 1 },
    count: replicas,
    surge: 1,
    nodes,
    everyNode: false,
  }));
}
