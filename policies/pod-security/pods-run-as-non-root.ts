import type { Pod } from '../../kubernetes/pods.ts';
import { type Problem, shown } from '../../site/index.ts';
import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** No process of a pod is root, neither by what the pod says nor by what its image would do. */
export const podsRunAsNonRoot: Policy = {
  id: 'pods-run-as-non-root',
  title: 'No container runs as root.',
  why: 'A process that breaks out of its container as root is root on the node, where all the data lies.',
  check: eachPod((pod) => {
    const { runAsNonRoot, runAsUser } = pod.spec.securityContext ?? {};
    const at = ['spec', 'securityContext'];
    return [
      ...(runAsNonRoot === false ? [mayBeRoot([...at, 'runAsNonRoot'], runAsNonRoot)] : []),
      ...(runAsUser === 0 ? [isRoot([...at, 'runAsUser'])] : []),
      ...pod.containers.flatMap((container) => containerProblems(pod, container)),
    ];
  }),
};

function containerProblems({ path, spec }: Pod, { container, path: inObject }: Pod['containers'][number]): Problem[] {
  const { runAsNonRoot, runAsUser } = container.securityContext ?? {};
  const at = [...inObject.slice(path.length), 'securityContext'];
  const covered = runAsNonRoot ?? spec.securityContext?.runAsNonRoot !== undefined;
  return [
    ...(covered ? [] : [mayBeRoot([...at, 'runAsNonRoot'], runAsNonRoot)]),
    ...(runAsUser === 0 ? [isRoot([...at, 'runAsUser'])] : []),
  ];
}

function mayBeRoot(path: Problem['path'], found: unknown): Problem {
  return {
    path,
    found: shown(found),
    rule: found === undefined ? 'is missing, here and on the pod' : 'lets the process be root',
    fix: 'write true',
  };
}

function isRoot(path: Problem['path']): Problem {
  return { path, found: '0', rule: 'is root', fix: 'write the number of another user, such as 10001' };
}
