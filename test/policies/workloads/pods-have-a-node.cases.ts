import { podsHaveANode } from '../../../policies/workloads/pods-have-a-node.ts';
import type { BreakingPod, PolicyCases } from '../support/cases.ts';
import type { Fields } from '../support/objects.ts';
import { aSiteOf } from '../support/site.ts';
import { aClaim, aVolume, onNodes } from '../support/volumes.ts';
import { aDeployment } from '../support/workloads.ts';

const claiming = (...names: readonly string[]): Fields => ({
  volumes: names.map((name) => ({ name, persistentVolumeClaim: { claimName: name } })),
});

const affinity = (values: readonly string[], key?: string): Fields => {
  const { required } = onNodes(values, key);
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required } } };
};

const REFUSAL = {
  rule: 'does not have what nodeSelector, nodeAffinity and the claimed volumes of this pod request together',
  fix: 'write volumes and labels of one node of platform.ts; names of nodes change and must not be used',
};

const refusal = (pod: Fields, beside: BreakingPod['beside'] = []): BreakingPod => ({
  change: { pod },
  beside,
  findings: [{ path: 'spec', found: 'node a', ...REFUSAL }],
});

export const cases: PolicyCases = {
  policy: podsHaveANode,
  accepts: {
    'a pod that requests nothing': { objects: [aDeployment()] },
    'the node of the volume that it claims': {
      site: aSiteOf('a', 'b'),
      objects: [aVolume(), aClaim(), aDeployment({ pod: { ...claiming('data'), ...affinity(['a', 'b']) } })],
    },
    'what every node of a site is': {
      objects: [aDeployment({ pod: { nodeSelector: { 'kubernetes.io/arch': 'arm64', 'kubernetes.io/os': 'linux' } } })],
    },
    'a claim that another policy refuses': { objects: [aDeployment({ pod: claiming('nothing') })] },
  },
  refuses: {
    'volumes of two nodes': {
      site: aSiteOf('a', 'b'),
      objects: [
        aVolume('one'),
        aClaim('one'),
        aVolume('two', { nodeAffinity: onNodes(['b']) }),
        aClaim('two'),
        aDeployment({ pod: claiming('one', 'two') }),
      ],
      findings: [{ in: 'Deployment shop/web', path: 'spec.template.spec', found: 'node a, b', ...REFUSAL }],
    },
  },
  refusesPods: {
    'a key that no node has': refusal({ nodeSelector: { 'storage-node': 'b' } }),
    'a name of a node': refusal(affinity(['10.0.10.10'], 'kubernetes.io/hostname')),
    'a volume elsewhere than the labels say': refusal({ ...claiming('data'), nodeSelector: { 'storage-node': 'a' } }, [
      aVolume('data', { nodeAffinity: onNodes(['b']) }),
      aClaim(),
    ]),
  },
};
