import { expect, test } from 'vitest';
import { PolicyContext } from '../../../policies/context/context.ts';
import { nodesFor, nodesWithin } from '../../../policies/context/nodes.ts';
import { type Fields, subjectsOf } from '../support/objects.ts';
import { aPlan, aSiteOf } from '../support/site.ts';
import { aClaim, aVolume, onNodes } from '../support/volumes.ts';
import { aDeployment } from '../support/workloads.ts';

const SITE = aPlan(aSiteOf('a', 'b', 'c'));
const { required: ofAOrB } = onNodes(['a', 'b']);
const NAMED = { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['10.0.10.10'] }] };

test.each<[string, Fields, readonly string[]]>([
  ['any node, if it requests nothing', {}, ['a', 'b', 'c']],
  ['nodes with the labels that it selects', { nodeSelector: { 'storage-node': 'b' } }, ['b']],
  [
    'nodes that its affinity requires',
    { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: ofAOrB } } },
    ['a', 'b'],
  ],
  [
    'the node of the volume that it claims',
    { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
    ['b'],
  ],
  [
    'no node, if it requires one by name',
    { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [NAMED] } } } },
    [],
  ],
])('a pod can run on %s', (_, pod, nodes) => {
  const volume = [aVolume('data', { nodeAffinity: onNodes(['b']) }), aClaim()];
  const context = new PolicyContext(subjectsOf([...volume, aDeployment({ pod })]), SITE);
  expect(context.pods.map((one) => nodesFor(one, context))).toEqual([nodes]);
});

test('terms are alternatives, and an empty one fulfils nothing', () => {
  const context = new PolicyContext([], SITE);
  const term = (value: string) => ({ matchExpressions: [{ key: 'storage-node', operator: 'In', values: [value] }] });
  expect(nodesWithin({ nodeSelectorTerms: [term('c'), {}, term('a')] }, context)).toEqual(['a', 'c']);
  expect(nodesWithin({}, context)).toEqual([]);
});
