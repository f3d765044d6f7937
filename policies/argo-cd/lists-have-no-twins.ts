import type { KubeObject } from '../../kubernetes/object.ts';
import type { Pod, PodContainer } from '../../kubernetes/pods.ts';
import type { ServiceFields } from '../../kubernetes/services.ts';
import type { Problem } from '../../site/index.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What Kubernetes takes for a map by name is one. */
export const listsHaveNoTwins: Policy = {
  id: 'lists-have-no-twins',
  title: 'No two containers, volumes, variables, mounts or ports of a list have the same key.',
  why: 'Server-side apply, by which Argo CD syncs, refuses such an object; without it one of the two is lost without a word.',
  absolute: 'the API server refuses such an object',
  check: eachObject((subject, context) => {
    const pod = context.podOf(subject);
    return pod ? inPod(pod) : subject.object.kind === 'Service' ? inService(subject.object) : [];
  }),
};

function inPod({ path, spec, containers }: Pod): Problem[] {
  return [
    ...twins(
      containers,
      ({ container }) => container.name,
      (_, { path: at }) => [...at, 'name'],
    ),
    ...twins(
      spec.volumes,
      ({ name }) => name,
      (index) => [...path, 'spec', 'volumes', index, 'name'],
    ),
    ...containers.flatMap(inContainer),
  ];
}

function inContainer({ container: { env, ports, volumeMounts }, path }: PodContainer): Problem[] {
  return [
    ...twins(
      env,
      ({ name }) => name,
      (index) => [...path, 'env', index, 'name'],
    ),
    ...twins(
      ports,
      ({ containerPort, protocol = 'TCP' }) => `${containerPort}/${protocol}`,
      (index) => [...path, 'ports', index, 'containerPort'],
    ),
    ...twins(
      volumeMounts,
      ({ mountPath }) => mountPath,
      (index) => [...path, 'volumeMounts', index, 'mountPath'],
    ),
  ];
}

function inService(object: KubeObject): Problem[] {
  const { ports } = (object as ServiceFields).spec ?? {};
  return [
    ...twins(
      ports,
      ({ port, protocol = 'TCP' }) => `${port}/${protocol}`,
      (index) => ['spec', 'ports', index, 'port'],
    ),
    ...twins(
      ports,
      ({ name }) => name,
      (index) => ['spec', 'ports', index, 'name'],
    ),
  ];
}

function twins<T>(
  list: readonly T[] | undefined,
  keyOf: (item: T) => string | undefined,
  pathOf: (index: number, item: T) => Problem['path'],
): Problem[] {
  const seen = new Set<string>();
  return (list ?? []).flatMap((item, index) => {
    const key = keyOf(item);
    if (key === undefined || !seen.has(key)) {
      if (key !== undefined) seen.add(key);
      return [];
    }
    return [
      {
        path: pathOf(index, item),
        found: key,
        rule: 'stands twice',
        fix: 'remove one of the two, or name it otherwise',
      },
    ];
  });
}
