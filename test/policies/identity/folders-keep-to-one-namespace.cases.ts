import { foldersKeepToOneNamespace } from '../../../policies/identity/folders-keep-to-one-namespace.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, aNamespace, anObject, inFolder } from '../support/objects.ts';

const elsewhere = (name: string) =>
  anObject('rbac.authorization.k8s.io/v1', 'RoleBinding', name, { metadata: { namespace: 'kube-system' } });

export const cases: PolicyCases = {
  policy: foldersKeepToOneNamespace,
  accepts: {
    'two folders in one namespace': { objects: [inFolder('one', aConfigMap('a')), inFolder('two', aConfigMap('b'))] },
    'what belongs to no namespace': { objects: [inFolder('one', aConfigMap('a')), inFolder('one', aNamespace('b'))] },
  },
  refuses: {
    'an object that strays, wherever it comes in the folder': {
      objects: [elsewhere('a'), aConfigMap('b'), aConfigMap('c')].map((object) => inFolder('metrics', object)),
      findings: [
        {
          in: 'RoleBinding kube-system/a',
          path: 'metadata.namespace',
          found: 'kube-system',
          rule: 'is not shop, where the other objects of the folder metrics live',
          fix: 'write shop, or put the object into a folder of its own',
        },
      ],
    },
  },
};
