import { kindOf } from './kinds.ts';
import type { Manifest } from './manifest.ts';
import type { Path } from './object.ts';
import type { Container, PodSpec } from './pod-spec.ts';

/** The pod that an object is, or the template of the pods that it makes. */
export interface Pod {
  readonly subject: Manifest;

  /** Where the pod or its template stands: `spec.template`. */
  readonly path: Path;

  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: PodSpec;

  /** Every container: init containers first, as they start. */
  readonly containers: readonly PodContainer[];

  /** Whether the pod runs until it is replaced: one of a Deployment does, one of a Job does not. */
  readonly lasting: boolean;
}

/** A container and its place. */
export interface PodContainer {
  readonly pod: Pod;
  readonly container: Container;

  /** Where the container stands: `spec.template.spec.containers[0]`. */
  readonly path: Path;

  /** A `sidecar` is an init container that goes on running beside the main ones. */
  readonly role: 'main' | 'init' | 'sidecar';
}

interface Place {
  readonly path: readonly string[];
  readonly lasting: boolean;
}

const PLACES: Readonly<Record<string, Place>> = {
  Pod: { path: [], lasting: true },
  PodTemplate: { path: ['template'], lasting: true },
  ReplicationController: { path: ['spec', 'template'], lasting: true },
  'DaemonSet.apps': { path: ['spec', 'template'], lasting: true },
  'Deployment.apps': { path: ['spec', 'template'], lasting: true },
  'ReplicaSet.apps': { path: ['spec', 'template'], lasting: true },
  'StatefulSet.apps': { path: ['spec', 'template'], lasting: true },
  'Job.batch': { path: ['spec', 'template'], lasting: false },
  'CronJob.batch': { path: ['spec', 'jobTemplate', 'spec', 'template'], lasting: false },
  'Rollout.argoproj.io': { path: ['spec', 'template'], lasting: true },
};

/** The pod of an object, where it has one. */
export function podOf(subject: Manifest): Pod | undefined {
  const place = PLACES[kindOf(subject.object)];
  if (!place) return undefined;
  const template = place.path.reduce<unknown>(fieldOf, subject.object);
  const spec = (fieldOf(template, 'spec') ?? {}) as PodSpec;
  const metadata = fieldOf(template, 'metadata');
  const containers: PodContainer[] = [];
  const pod: Pod = {
    subject,
    path: place.path,
    labels: (fieldOf(metadata, 'labels') ?? {}) as Pod['labels'],
    annotations: (fieldOf(metadata, 'annotations') ?? {}) as Pod['annotations'],
    spec,
    containers,
    lasting: place.lasting && (spec.restartPolicy ?? 'Always') === 'Always',
  };
  containers.push(...containersOf(pod, 'initContainers'), ...containersOf(pod, 'containers'));
  return pod;
}

function containersOf(pod: Pod, field: 'containers' | 'initContainers'): PodContainer[] {
  const list: unknown = pod.spec[field];
  if (!Array.isArray(list)) return [];
  return list.map((container: Container, index) => ({
    pod,
    container,
    path: [...pod.path, 'spec', field, index],
    role: field === 'containers' ? 'main' : container?.restartPolicy === 'Always' ? 'sidecar' : 'init',
  }));
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
