import { declaredPods } from '../../kubernetes/declared-by-charts.ts';
import { demandOf } from '../../kubernetes/demand.ts';
import { kindOf } from '../../kubernetes/kinds.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import { SYSTEM_PODS } from '../../site/plan/index.ts';
import type { PolicyContext } from '../context/context.ts';
import { nodesFor } from '../context/nodes.ts';
import type { Amounts } from './amounts.ts';
import { countOf, surgeOf } from './counts.ts';

/** The pods of one workload. */
export interface Load {
  /** What a reader calls it: `monitoring/metrics`. */
  readonly name: string;

  /** Folder of `dist/`, or Application of a Helm chart, to which it belongs. */
  readonly part: string;

  /** What one of its pods takes. */
  readonly amounts: Amounts;

  /** How many run when nothing is being replaced; on each node, for a DaemonSet. */
  readonly count: number;

  /** How many more run while it is being replaced. */
  readonly surge: number;

  /** Keys of the nodes on which its pods may run. */
  readonly nodes: readonly string[];

  /** Whether each of these nodes runs them. */
  readonly everyNode: boolean;
}

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
function helmLoads(application: Manifest, nodes: readonly string[]): Load[] {
  const { name: chart } = application.object.metadata;
  return declaredPods(application.object).map(({ name, replicas, cpuMillis, memoryMebibytes, diskMebibytes = 0 }) => ({
    name: `${chart}/${name}`,
    part: chart,
    amounts: { millicores: cpuMillis, memoryMebibytes, diskMebibytes, pods: 1 },
    count: replicas,
    surge: 1,
    nodes,
    everyNode: false,
  }));
}

/** Folder under which the budget shows them. */
export const SYSTEM_PART = 'OKE';

/** OKE's own pods as loads. */
function systemLoads(nodes: readonly string[]): Load[] {
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
