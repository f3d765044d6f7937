import { kubectlJson } from '../../cluster/support/kubectl.ts';
import type { List, LiveObject, Pod } from '../../cluster/support/objects.ts';
import { title } from '../../cluster/support/objects.ts';
import { KINDS_THAT_WAIT, whyWaits } from '../../cluster/support/waiting.ts';

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Every workload, pod and claim of the cluster that is not on its way out. */
export function running(): readonly LiveObject[] {
  const { items } = kubectlJson<List<LiveObject>>('get', KINDS_THAT_WAIT, '--all-namespaces');
  return items.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

/** The pods of the cluster that are not on their way out. */
export function pods(): readonly Pod[] {
  return running().filter((object): object is Pod => object.kind === 'Pod');
}

/**
 * What some workloads and all that runs still wait for, a sentence each.
 *
 * @param wanted workloads that must be there: `Deployment monitoring/metrics`
 */
export function notReady(wanted: readonly string[]): string[] {
  const all = running();
  const there = new Set(all.map(title));
  return [...wanted.filter((name) => !there.has(name)).map((name) => `${name} is not there`), ...all.flatMap(why)];
}

/** The titles of the workloads among some objects. */
export function workloadsIn(objects: readonly LiveObject[]): string[] {
  return objects.filter(({ kind }) => WORKLOADS.includes(kind)).map(title);
}

function why(object: LiveObject): string[] {
  const reason = whyWaits(object);
  return reason ? [`${title(object)} ${reason}`] : [];
}
