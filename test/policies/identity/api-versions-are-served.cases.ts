import { apiVersionsAreServed } from '../../../policies/identity/api-versions-are-served.ts';
import type { Breaking, PolicyCases } from '../support/cases.ts';
import { anObject, aService } from '../support/objects.ts';
import { aDeployment } from '../support/workloads.ts';

const refusal = (apiVersion: string, kind: string, rule: string, fix: string): Breaking => ({
  objects: [anObject(apiVersion, kind, 'web')],
  findings: [{ in: `${kind} shop/web`, path: 'apiVersion', found: `${apiVersion} ${kind}`, rule, fix }],
});

export const cases: PolicyCases = {
  policy: apiVersionsAreServed,
  accepts: {
    'versions that stay': {
      objects: [aService(), aDeployment(), anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web')],
    },
    'a version that is deprecated only after the cluster of the site': {
      site: { kubernetes: '1.34.10' },
      objects: [anObject('resource.k8s.io/v1beta1', 'ResourceClaim', 'web')],
    },
  },
  refuses: {
    'a version that is gone': refusal(
      'policy/v1beta1',
      'PodDisruptionBudget',
      'is no longer served since Kubernetes 1.25; the site has 1.36.1',
      'write policy/v1',
    ),
    'the same kind in a version of another group': refusal(
      'extensions/v1beta1',
      'Ingress',
      'is no longer served since Kubernetes 1.22; the site has 1.36.1',
      'write networking.k8s.io/v1',
    ),
    'a version that will go': refusal(
      'resource.k8s.io/v1beta1',
      'ResourceClaim',
      'is deprecated since Kubernetes 1.35 and ends with 1.38',
      'write resource.k8s.io/v1',
    ),
    'a version from the day on which it is deprecated': {
      site: { kubernetes: '1.35.2' },
      ...refusal(
        'resource.k8s.io/v1beta1',
        'ResourceClaim',
        'is deprecated since Kubernetes 1.35 and ends with 1.38',
        'write resource.k8s.io/v1',
      ),
    },
    'a version that the next cluster no longer has': {
      site: { kubernetes: '1.38.0' },
      ...refusal(
        'resource.k8s.io/v1beta1',
        'ResourceClaim',
        'is no longer served since Kubernetes 1.38; the site has 1.38.0',
        'write resource.k8s.io/v1',
      ),
    },
  },
};
