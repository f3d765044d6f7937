import { kubectlJson } from './kubectl.ts';
import { type Claim, type Condition, type List, type LiveObject, type Pod, title, type Workload } from './objects.ts';

/** What still waits in some namespaces, and for what: a sentence each. */
export function waiting(namespaces: readonly string[]): string[] {
  return [
    ...sentences(list<Workload>('deployments,statefulsets,daemonsets', namespaces), whyWorkloadWaits),
    ...sentences(list<Pod>('pods', namespaces), whyPodWaits),
    ...sentences(list<Claim>('persistentvolumeclaims', namespaces), whyClaimWaits),
  ];
}

/** All objects of some kinds in some namespaces that are not on their way out. */
export function list<Item extends LiveObject>(kinds: string, namespaces: readonly string[]): Item[] {
  return namespaces
    .flatMap((namespace) => kubectlJson<List<Item>>('get', kinds, '--namespace', namespace).items)
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

function sentences<Item extends LiveObject>(objects: readonly Item[], why: (object: Item) => string | undefined) {
  return objects.flatMap((object) => {
    const reason = why(object);
    return reason ? [`${title(object)} ${reason}`] : [];
  });
}

/** Why a pod does not run yet; nothing once it runs and is ready, or has done its work. */
export function whyPodWaits({ status, spec }: Pod): string | undefined {
  if (status.phase === 'Succeeded') return undefined;
  if (status.phase === 'Running' && isTrue(status.conditions, 'Ready')) return undefined;
  const place = spec.nodeName ? `on ${spec.nodeName}` : 'on no node';
  return [`is ${status.phase} ${place}`, ...unmet(status.conditions), ...stuckContainers(status)].join('; ');
}

/** Why a claim has no volume yet; nothing once it is bound. */
export function whyClaimWaits({ status, spec }: Claim): string | undefined {
  if (status.phase === 'Bound') return undefined;
  return `is ${status.phase}, wants ${spec.volumeName ? `the volume ${spec.volumeName}` : 'any volume of its class'}`;
}

/** Why a workload has not all its pods yet; a workload that no node takes waits as well. */
export function whyWorkloadWaits({ kind, metadata, spec, status }: Workload): string | undefined {
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return 'was not looked at by its controller';
  const ready = (kind === 'DaemonSet' ? status.numberReady : status.readyReplicas) ?? 0;
  const wanted = (kind === 'DaemonSet' ? status.desiredNumberScheduled : spec.replicas) ?? 0;
  if (wanted === 0) return 'wants no pod: no node takes it, or it asks for none';
  if (ready >= wanted) return undefined;
  return [`has ${ready} of ${wanted} pods ready`, ...failures(status.conditions)].join('; ');
}

function isTrue(conditions: readonly Condition[] = [], wanted: string): boolean {
  return conditions.some(({ type, status }) => type === wanted && status === 'True');
}

function unmet(conditions: readonly Condition[] = []): string[] {
  return conditions.flatMap(({ type, status, message }) =>
    status === 'False' && message ? [`${type}: ${message}`] : [],
  );
}

/** A Deployment whose pods are refused by admission says so in this condition. */
function failures(conditions: readonly Condition[] = []): string[] {
  return conditions.flatMap(({ type, status, message }) =>
    type === 'ReplicaFailure' && status === 'True' && message ? [message] : [],
  );
}

function stuckContainers({ initContainerStatuses = [], containerStatuses = [] }: Pod['status']): string[] {
  return [...initContainerStatuses, ...containerStatuses].flatMap(({ name, state }) =>
    state?.waiting
      ? [`container ${name}: ${[state.waiting.reason, state.waiting.message].filter(Boolean).join(', ')}`]
      : [],
  );
}
