import { namespacesExist } from '../../../policies/identity/namespaces-exist.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { aNamespace, anObject } from '../support/objects.ts';

const inNamespace = (namespace: string | undefined) => anObject('v1', 'ConfigMap', 'web', { metadata: { namespace } });

const refusal = (namespace: string | undefined, rule: string, fix = 'write one of shop, argocd'): Breaking => ({
  objects: [aNamespace(), aNamespace('argocd'), inNamespace(namespace)],
  findings: [
    {
      in: namespace === undefined ? 'ConfigMap web' : `ConfigMap ${namespace}/web`,
      path: 'metadata.namespace',
      found: namespace ?? '',
      rule,
      fix,
    },
  ],
});

const definition = (scope: string) =>
  anObject('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'farms.example.org', {
    spec: { group: 'example.org', scope, names: { kind: 'Farm' } },
  });

const farm = anObject('example.org/v1', 'Farm', 'web', { metadata: { namespace: undefined } });

export const cases: PolicyCases = {
  policy: namespacesExist,
  accepts: {
    'a namespace of the site, and that of the cluster': {
      objects: [aNamespace(), inNamespace('shop'), inNamespace('kube-system')],
    },
    'what belongs to none': {
      objects: [aNamespace(), anObject('storage.k8s.io/v1', 'StorageClass', 'local')],
    },
    'what belongs to none by its own definition': { objects: [definition('Cluster'), farm] },
  },
  refuses: {
    'no namespace': refusal(undefined, 'is missing'),
    'the namespace default': refusal('default', 'is where things land by mistake'),
    'a namespace that nobody makes': refusal(
      'shpo',
      'is no namespace of this site',
      'write one of shop, argocd, or add it to the namespaces',
    ),
    'a namespace on what belongs to none': {
      objects: [aNamespace(), anObject('v1', 'PersistentVolume', 'data', { metadata: { namespace: 'shop' } })],
      findings: [
        {
          in: 'PersistentVolume shop/data',
          path: 'metadata.namespace',
          found: 'shop',
          rule: 'does not go with a PersistentVolume, which belongs to no namespace',
          fix: 'remove it',
        },
      ],
    },
    'no namespace on what a definition puts into one': {
      objects: [aNamespace(), definition('Namespaced'), farm],
      findings: [
        { in: 'Farm web', path: 'metadata.namespace', found: '', rule: 'is missing', fix: 'write one of shop' },
      ],
    },
  },
};
