import { kubectlJson } from './kubectl.ts';
import { type Claim, type Condition, type List, type LiveObject, type Pod, title, type Workload } from './objects.ts';
import { type MissingSecret, reads } from './secrets.ts';

/** The kinds that are there before they work, as kubectl takes them. */
export const KINDS_THAT_WAIT = 'deployments,statefulsets,daemonsets,pods,persistentvolumeclaims';

/**
 * What still waits in some namespaces, and for what: a sentence each.
 *
 * @param placeholders Secrets that are not the real ones: a program that reads one may rightly refuse to start, so its pods
 *   need a node and no more
 */
export function waiting(namespaces: readonly string[], placeholders: readonly MissingSecret[]): string[] {
  return list<LiveObject>(KINDS_THAT_WAIT, namespaces).flatMap((object) => {
    const reason = whyWaits(object, reads(object, placeholders));
    return reason ? [`${title(object)} ${reason}`] : [];
  });
}

/** All objects of some kinds in some namespaces that are not on their way out. */
export function list<Item extends LiveObject>(kinds: string, namespaces: readonly string[]): Item[] {
  return namespaces
    .flatMap((namespace) => kubectlJson<List<Item>>('get', kinds, '--namespace', namespace).items)
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

/** Why an object of one of these kinds is not there yet; nothing once it is. */
export function whyWaits(object: LiveObject, needsNodeOnly = false): string | undefined {
  if (object.kind === 'Pod') return whyPodWaits(object as Pod, needsNodeOnly);
  if (object.kind === 'PersistentVolumeClaim') return whyClaimWaits(object as Claim);
  return whyWorkloadWaits(object as Workload, needsNodeOnly);
}

/** Why a pod does not run yet; nothing once it runs and is ready, has done its work, or has a node if that is enough. */
export function whyPodWaits({ status, spec }: Pod, needsNodeOnly = false): string | undefined {
  if (status.phase === 'Succeeded' || (needsNodeOnly && spec.nodeName)) return undefined;
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
export function whyWorkloadWaits(workload: Workload, needsNodeOnly = false): string | undefined {
  const { metadata, status } = workload;
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) return 'was not looked at by its controller';
  const { wanted, made, ready } = podsOf(workload);
  if (wanted === 0) return 'wants no pod: no node takes it, or it requests none';
  const [there, word] = needsNodeOnly ? [made, 'made'] : [ready, 'ready'];
  return there >= wanted
    ? undefined
    : [`has ${there} of ${wanted} pods ${word}`, ...failures(status.conditions)].join('; ');
}

function podsOf({ kind, spec, status }: Workload) {
  return kind === 'DaemonSet'
    ? {
        wanted: status.desiredNumberScheduled ?? 0,
        made: status.currentNumberScheduled ?? 0,
        ready: status.numberReady ?? 0,
      }
    : { wanted: spec.replicas ?? 0, made: status.replicas ?? 0, ready: status.readyReplicas ?? 0 };
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
