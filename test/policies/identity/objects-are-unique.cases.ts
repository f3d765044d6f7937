import { objectsAreUnique } from '../../../policies/identity/objects-are-unique.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, anObject, inFolder } from '../support/objects.ts';

export const cases: PolicyCases = {
  policy: objectsAreUnique,
  accepts: {
    'one name in two namespaces, and for two kinds': {
      objects: [
        aConfigMap('web'),
        anObject('v1', 'ConfigMap', 'web', { metadata: { namespace: 'other' } }),
        anObject('v1', 'Secret', 'web'),
      ],
    },
    'one name for two kinds of the same word': {
      objects: [anObject('rabbitmq.com/v1beta1', 'User', 'web'), anObject('k8s.mariadb.com/v1alpha1', 'User', 'web')],
    },
  },
  refuses: {
    'the same object in two folders': {
      objects: [inFolder('one', aConfigMap('web')), inFolder('two', aConfigMap('web'))],
      findings: [
        {
          in: 'ConfigMap shop/web',
          path: 'metadata.name',
          found: 'web',
          rule: 'is made twice: here by two/web, and in dist/one/configmap.web.yaml by one/web',
          fix: 'write another name, or remove one of the two',
        },
      ],
    },
    'the same object in two versions': {
      objects: [
        anObject('autoscaling/v1', 'HorizontalPodAutoscaler', 'web'),
        anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web'),
      ],
      findings: [
        {
          in: 'HorizontalPodAutoscaler shop/web',
          path: 'metadata.name',
          found: 'web',
          rule: 'is made twice: here by shop/web, and in dist/shop/horizontalpodautoscaler.web.yaml by shop/web',
          fix: 'write another name, or remove one of the two',
        },
      ],
    },
  },
};
