import { ANNOTATION, exceptionFrom } from '../../kubernetes/annotations.ts';
import type { Manifest } from '../../kubernetes/manifest.ts';
import { admits, BASELINE_CAPABILITIES, ENFORCE, LEVELS, type Level } from '../../kubernetes/pod-security.ts';
import type { Problem } from '../../site/index.ts';
import type { PolicyContext } from '../context/context.ts';
import type { Breach, Policy } from '../policy.ts';
import { capabilitiesAreDropped } from './capabilities-are-dropped.ts';
import { containersAreNotPrivileged } from './containers-are-not-privileged.ts';
import { kernelSettingsAreSafe } from './kernel-settings-are-safe.ts';
import { podsKeepOffTheHost } from './pods-keep-off-the-host.ts';
import { podsMountNoHostPath } from './pods-mount-no-host-path.ts';
import { podsRunAsNonRoot } from './pods-run-as-non-root.ts';
import { privilegesDoNotEscalate } from './privileges-do-not-escalate.ts';
import { seccompIsRuntimeDefault } from './seccomp-is-runtime-default.ts';
import { volumeTypesAreSafe } from './volume-types-are-safe.ts';

/** Policies that Pod Security admission knows too, and the strictest level that admits a breach of each. */
const KNOWN_TO_ADMISSION: readonly (readonly [policy: Policy, needed: (breach: Problem) => Level])[] = [
  [podsRunAsNonRoot, () => 'baseline'],
  [privilegesDoNotEscalate, () => 'baseline'],
  [volumeTypesAreSafe, () => 'baseline'],
  [capabilitiesAreDropped, capabilitiesNeed],
  [seccompIsRuntimeDefault, seccompNeeds],
  [containersAreNotPrivileged, () => 'privileged'],
  [podsKeepOffTheHost, () => 'privileged'],
  [podsMountNoHostPath, () => 'privileged'],
  [kernelSettingsAreSafe, () => 'privileged'],
];

/** An exception from a policy of this project is none from the API server. */
export const namespacesAdmitTheirPods: Policy = {
  id: 'namespaces-admit-their-pods',
  title: 'A pod with an exception lies in a namespace whose Pod Security level admits it.',
  why: 'The API server does not read our exceptions: it would refuse the pod, and the workload would never start.',
  absolute: 'the API server refuses such a pod',
  check: (context) =>
    context.subjects.some(hasExceptions)
      ? KNOWN_TO_ADMISSION.flatMap(([policy, needed]) => refusals(policy, needed, context))
      : [],
};

function hasExceptions({ object: { metadata } }: Manifest): boolean {
  return Object.keys(metadata.annotations ?? {}).some((key) => key.startsWith(ANNOTATION.exception));
}

function refusals({ id, check }: Policy, needed: (breach: Problem) => Level, context: PolicyContext): Breach[] {
  const annotation = exceptionFrom(id);
  const levels = new Map<Manifest, Level>();
  for (const breach of check(context)) {
    const { subject } = breach;
    if (!subject || !context.podOf(subject) || !(annotation in (subject.object.metadata.annotations ?? {}))) continue;
    const known = levels.get(subject);
    if (!known || admits(needed(breach), known)) levels.set(subject, needed(breach));
  }
  return [...levels].flatMap(([subject, level]) => refusal(subject, annotation, level, context));
}

function refusal(subject: Manifest, annotation: string, needed: Level, context: PolicyContext): Breach[] {
  const { namespace = '' } = subject.object.metadata;
  const level = levelOf(namespace, context);
  if (admits(level, needed)) return [];
  return [
    {
      subject,
      path: ['metadata', 'annotations', annotation],
      found: `namespace ${namespace}`,
      rule: `admits pods of the level ${level}, and this one needs ${needed}`,
      fix: `put it into a namespace of the level ${needed}`,
    },
  ];
}

/** A namespace without a level admits everything, and so do those that the cluster brings. */
function levelOf(namespace: string, context: PolicyContext): Level {
  const label = context.named('Namespace', undefined, namespace)?.object.metadata.labels?.[ENFORCE];
  return LEVELS.find((level) => level === label) ?? 'privileged';
}

function capabilitiesNeed({ path, found }: Problem): Level {
  const added = path.at(-1) === 'add' ? found.split(', ') : [];
  return added.every((name) => BASELINE_CAPABILITIES.has(name)) ? 'baseline' : 'privileged';
}

function seccompNeeds({ found }: Problem): Level {
  if (found === 'Localhost') return 'restricted';
  return found === 'Unconfined' ? 'privileged' : 'baseline';
}
