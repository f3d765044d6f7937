import { eachPod } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/** What the level `restricted` of Pod Security lets a pod mount; `hostPath` has a policy of its own. */
const SAFE = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
  'hostPath',
]);

/** A pod gets storage through claims, never from a server or a device that it names itself. */
export const volumeTypesAreSafe: Policy = {
  id: 'volume-types-are-safe',
  title: 'Pods mount claims, configuration and scratch space, and nothing else.',
  why: 'A pod that names a file server or a device itself goes past every check that a PersistentVolume gets.',
  check: eachPod(function* ({ spec }) {
    for (const [index, volume] of (spec.volumes ?? []).entries()) {
      const type = Object.keys(volume).find((field) => field !== 'name');
      if (type === undefined || SAFE.has(type)) continue;
      yield {
        path: ['spec', 'volumes', index],
        found: type,
        rule: 'is a type of volume that pods may not name themselves',
        fix: 'write a persistentVolumeClaim, and put the rest into its PersistentVolume',
      };
    }
  }),
};
