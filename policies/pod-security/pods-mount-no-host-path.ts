import type { Volume } from '../../kubernetes/pod-spec.ts';
import { type Problem, shown } from '../../site/index.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/**
 * Nothing reaches the disk of a node but through a local volume.
 *
 * What prepares the directories of local volumes has to, and is an exception.
 */
export const podsMountNoHostPath: Policy = {
  id: 'pods-mount-no-host-path',
  title: 'No pod and no PersistentVolume uses hostPath.',
  why:
    'A path of the node is a way to everything on it, and a PersistentVolume on one follows its pod to another node, ' +
    'where the directory is empty. A local volume belongs to one node.',
  check: eachObject((subject, context) => {
    const pod = context.podOf(subject);
    if (pod)
      return (pod.spec.volumes ?? []).flatMap((volume, index) =>
        mounted(volume, [...pod.path, 'spec', 'volumes', index]),
      );
    return subject.object.kind === 'PersistentVolume' ? mounted(subject.object.spec as Volume, ['spec']) : [];
  }),
};

function mounted({ hostPath }: Volume, at: Problem['path']): Problem[] {
  if (hostPath === undefined) return [];
  return [
    {
      path: [...at, 'hostPath', 'path'],
      found: shown(hostPath.path),
      rule: 'is a path of the node',
      fix: 'write a claim of a local volume (LocalStorage)',
    },
  ];
}
