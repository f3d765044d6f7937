import { localVolumesBelongToOneNode } from '../../../policies/storage/local-volumes-belong-to-one-node.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aSiteOf } from '../support/site.ts';
import { aVolume, onNodes } from '../support/volumes.ts';

const refusal = (nodeAffinity: unknown, found: string, rule: string): Breaking => ({
  site: aSiteOf('a', 'b'),
  objects: [aVolume('data', { nodeAffinity })],
  findings: [
    {
      in: 'PersistentVolume shop-data',
      path: 'spec.nodeAffinity',
      found,
      rule,
      fix: 'write storage-node in (a), or another of a, b',
    },
  ],
});

export const cases: PolicyCases = {
  policy: localVolumesBelongToOneNode,
  accepts: {
    'the key of a node': {
      site: aSiteOf('a', 'b'),
      objects: [aVolume(), aVolume('more', { nodeAffinity: onNodes(['b']) })],
    },
    'a value that only one node of the site has': {
      objects: [aVolume('data', { nodeAffinity: onNodes(['a', 'gone']) })],
    },
    'a volume of another type': { objects: [aVolume('data', { local: undefined, nodeAffinity: undefined, csi: {} })] },
  },
  refuses: {
    'no node affinity': refusal(undefined, '', 'is missing'),
    'two nodes': refusal(onNodes(['a', 'b']), 'storage-node in (a, b)', 'selects the nodes a, b'),
    'a label that both nodes carry': refusal(
      onNodes(['arm64'], 'kubernetes.io/arch'),
      'kubernetes.io/arch in (arm64)',
      'selects the nodes a, b',
    ),
    'a label that both nodes carry under any value': refusal(
      onNodes([], 'storage-node', 'Exists'),
      'storage-node exists',
      'selects the nodes a, b',
    ),
    'no node affinity on a site of one node': {
      objects: [aVolume('data', { nodeAffinity: undefined })],
      findings: [
        {
          in: 'PersistentVolume shop-data',
          path: 'spec.nodeAffinity',
          found: '',
          rule: 'is missing',
          fix: 'write storage-node in (a)',
        },
      ],
    },
    'a key that no node has': refusal(onNodes(['c']), 'storage-node in (c)', 'selects no node of the site'),
    'the name of a node, which changes': refusal(
      onNodes(['10.0.10.10'], 'kubernetes.io/hostname'),
      'kubernetes.io/hostname in (10.0.10.10)',
      'selects no node of the site',
    ),
  },
};
