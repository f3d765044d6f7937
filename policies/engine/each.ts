import type { Manifest } from '../../kubernetes/manifest.ts';
import type { KubeObject, Path } from '../../kubernetes/object.ts';
import type { Pod, PodContainer } from '../../kubernetes/pods.ts';
import type { Problem } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import type { Breach, PolicyCheck } from '../policy.ts';

/** What a rule answers about one thing; the paths lead on from where the thing stands. */
export type Problems = Iterable<Problem>;

/** A rule over every object. */
export function eachObject(rule: (subject: Manifest, context: PolicyContext) => Problems): PolicyCheck {
  return (context) =>
    collect(
      context.subjects,
      (subject) => subject,
      () => WHOLE,
      (subject) => rule(subject, context),
    );
}

/**
 * A rule over the objects of some kinds.
 *
 * @typeParam View the fields that the rule reads; none of them is sure to be there
 */
export function eachOf<View>(
  kinds: readonly string[],
  rule: (object: KubeObject & View, context: PolicyContext, subject: Manifest) => Problems,
): PolicyCheck {
  return (context) =>
    collect(
      kinds.flatMap((kind) => context.ofKind(kind)),
      (subject) => subject,
      () => WHOLE,
      (subject) => rule(subject.object as KubeObject & View, context, subject),
    );
}

/** A rule over every pod, of whatever workload; paths lead on from the pod: `spec.hostNetwork`. */
export function eachPod(rule: (pod: Pod, context: PolicyContext) => Problems): PolicyCheck {
  return (context) =>
    collect(
      context.pods,
      (pod) => pod.subject,
      (pod) => pod.path,
      (pod) => rule(pod, context),
    );
}

/** A rule over every container; paths lead on from the container: `image`. */
export function eachContainer(rule: (container: PodContainer, context: PolicyContext) => Problems): PolicyCheck {
  return (context) =>
    collect(
      context.containers,
      ({ pod }) => pod.subject,
      ({ path }) => path,
      (container) => rule(container, context),
    );
}

const WHOLE: Path = [];

function collect<T>(
  items: readonly T[],
  subjectOf: (item: T) => Manifest,
  pathOf: (item: T) => Path,
  rule: (item: T) => Problems,
): Breach[] {
  const breaches: Breach[] = [];
  for (const item of items) {
    try {
      for (const problem of rule(item)) {
        breaches.push({ ...problem, path: [...pathOf(item), ...problem.path], subject: subjectOf(item) });
      }
    } catch (error) {
      breaches.push({ ...unreadable(error), path: pathOf(item), subject: subjectOf(item) });
    }
  }
  return breaches;
}

/** What is reported of a policy that throws: the rest of the site is still looked at. */
export function unreadable(error: unknown): Problem {
  return {
    path: [],
    found: error instanceof Error ? error.message : String(error),
    rule: 'stopped the policy',
    fix: 'write fields of the types that the Kubernetes API has; if they are right, report the policy as wrong',
  };
}
