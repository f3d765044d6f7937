import { expect, test } from 'vitest';
import { demandOf } from '../../kubernetes/demand.ts';
import { podOf } from '../../kubernetes/pods.ts';
import { type Fields, subjectsOf } from '../policies/support/objects.ts';
import { aDeployment } from '../policies/support/workloads.ts';

const asking = (memory: string | undefined, fields: Fields = {}) => ({
  resources: { requests: { memory } },
  ...fields,
});

/** A sidecar is an init container that goes on running. */
const SIDECAR = { restartPolicy: 'Always' };

test.each([
  ['all main containers together', [], [asking('1Gi'), asking('2Gi')], 3],
  ['the largest init container, which runs before the others', [asking('4Gi'), asking('5Gi')], [asking('1Gi')], 5],
  ['sidecars beside the main containers', [asking('1Gi', SIDECAR)], [asking('2Gi')], 3],
  [
    'sidecars beside the init containers that come after them',
    [asking('1Gi', SIDECAR), asking('4Gi')],
    [asking('1Gi')],
    5,
  ],
  [
    'init containers without the sidecars that come after them',
    [asking('4Gi'), asking('1Gi', SIDECAR)],
    [asking('1Gi')],
    4,
  ],
  ['nothing for what says nothing', [asking(undefined)], [{}, asking('1Gi')], 1],
])('a pod takes %s', (_, initContainers, containers, gibibytes) => {
  const [subject] = subjectsOf([aDeployment({ pod: { initContainers, containers } })]);
  const pod = subject && podOf(subject);
  expect(pod && demandOf(pod, 'requests', 'memory')).toBe(gibibytes * 1024 ** 3);
});
