import type { Labels } from '../../kubernetes/labels.ts';
import { STORAGE_NODE } from '../../kubernetes/labels.ts';
import type { NodeTerm, NodeTerms } from '../../kubernetes/pod-spec.ts';
import type { Pod } from '../../kubernetes/pods.ts';
import { holds } from '../../kubernetes/selectors.ts';
import type { Plan } from '../../site/plan/index.ts';
import type { PolicyContext } from './context.ts';

/** Labels that each node of a site carries for certain, by the node's key; names of nodes change and are not among them. */
function labelsOfNodes({ cloud: { nodes } }: Plan): ReadonlyMap<string, Labels> {
  return new Map(
    Object.keys(nodes).map((key) => [
      key,
      { [STORAGE_NODE]: key, 'kubernetes.io/arch': 'arm64', 'kubernetes.io/os': 'linux' },
    ]),
  );
}

/** Keys of the nodes that fulfil at least one term. */
export function nodesWithin({ nodeSelectorTerms = [] }: NodeTerms, context: PolicyContext): string[] {
  return nodesThat(context, (labels) => nodeSelectorTerms.some((term) => fulfils(labels, term)));
}

/** Keys of the nodes on which a pod can run: its own wishes, and the volumes that it claims. */
export function nodesFor(pod: Pod, context: PolicyContext): readonly string[] {
  const { nodeSelector = {}, affinity } = pod.spec;
  const wishes = Object.entries(nodeSelector);
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
  const bound = volumeTerms(pod, context).map((ofVolume) => new Set(nodesWithin(ofVolume, context)));
  // Nearly every pod, and there may be thousands: all share one list.
  if (wishes.length === 0 && terms === undefined && bound.length === 0) return context.fact(allNodes);
  const wished = nodesThat(
    context,
    (labels) =>
      wishes.every(([key, value]) => labels[key] === value) &&
      (terms === undefined || terms.some((term) => fulfils(labels, term))),
  );
  return wished.filter((node) => bound.every((nodes) => nodes.has(node)));
}

/** The node affinity of each local volume that the pod's claims name. */
function volumeTerms({ spec, subject }: Pod, context: PolicyContext): NodeTerms[] {
  const { namespace } = subject.object.metadata;
  return (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => {
    const claim = context.named('PersistentVolumeClaim', namespace, persistentVolumeClaim?.claimName ?? '');
    const { volumeName } = (claim?.object.spec ?? {}) as { readonly volumeName?: string };
    const volume = context.named('PersistentVolume', undefined, volumeName ?? '');
    const { nodeAffinity } = (volume?.object.spec ?? {}) as {
      readonly nodeAffinity?: { readonly required?: NodeTerms };
    };
    return nodeAffinity?.required ? [nodeAffinity.required] : [];
  });
}

const nodeLabels = ({ plan }: PolicyContext) => labelsOfNodes(plan);

const allNodes = ({ plan }: PolicyContext): readonly string[] => Object.keys(plan.cloud.nodes);

function nodesThat(context: PolicyContext, test: (labels: Labels) => boolean): string[] {
  return [...context.fact(nodeLabels)].filter(([, labels]) => test(labels)).map(([key]) => key);
}

/** An empty term fulfils nothing, as Kubernetes has it; fields of a node other than labels are not known beforehand. */
function fulfils(labels: Labels, { matchExpressions = [], matchFields = [] }: NodeTerm): boolean {
  return (
    matchExpressions.length > 0 &&
    matchFields.length === 0 &&
    matchExpressions.every((expression) => holds(expression, labels))
  );
}
