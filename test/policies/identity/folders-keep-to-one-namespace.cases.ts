import { foldersKeepToOneNamespace } from '../../../policies/identity/folders-keep-to-one-namespace.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, aNamespace, anObject, inFolder } from '../support/objects.ts';

const elsewhere = (name: string) =>
  anObject('rbac.authorization.k8s.io/v1', 'RoleBinding', name, { metadata: { namespace: 'kube-system' } });

/** What follows a folder, as `git.path` of the site in these tests leads to it. */
const follows = (folder: string, namespace: string) =>
  anObject('argoproj.io/v1alpha1', 'Application', folder, {
    spec: { source: { path: `dist/${folder}` }, destination: { namespace } },
  });

export const cases: PolicyCases = {
  policy: foldersKeepToOneNamespace,
  accepts: {
    'two folders in one namespace': { objects: [inFolder('one', aConfigMap('a')), inFolder('two', aConfigMap('b'))] },
    'a folder in the namespace of its Application': {
      objects: [inFolder('apps', follows('one', 'shop')), inFolder('one', aConfigMap('a'))],
    },
    'what belongs to no namespace': { objects: [inFolder('one', aConfigMap('a')), inFolder('one', aNamespace('b'))] },
  },
  refuses: {
    'whatever does not lie where its Application says, even if most of the folder lies elsewhere': {
      objects: [
        inFolder('apps', follows('metrics', 'shop')),
        ...[elsewhere('a'), elsewhere('b'), aConfigMap('c')].map((object) => inFolder('metrics', object)),
      ],
      findings: ['a', 'b'].map((name) => ({
        in: `RoleBinding kube-system/${name}`,
        path: 'metadata.namespace',
        found: 'kube-system',
        rule: 'is not shop, which the Application of the folder names',
        fix: 'write shop, or put the object into a folder of its own',
      })),
    },
    'an object that strays, wherever it comes in the folder': {
      objects: [elsewhere('a'), aConfigMap('b'), aConfigMap('c')].map((object) => inFolder('metrics', object)),
      findings: [
        {
          in: 'RoleBinding kube-system/a',
          path: 'metadata.namespace',
          found: 'kube-system',
          rule: 'is not shop, where the other objects of the folder live',
          fix: 'write shop, or put the object into a folder of its own',
        },
      ],
    },
  },
};
