import { objectsStayInSync } from '../../../policies/argo-cd/objects-stay-in-sync.ts';
import type { PolicyCases } from '../support/cases.ts';
import { aConfigMap, anObject } from '../support/objects.ts';
import { aDeployment, aWorkload } from '../support/workloads.ts';

const ADDED = { found: '', rule: 'is missing, and the API server adds it' };
const DROPPED = { rule: 'is not kept by the API server', fix: 'remove it' };
const RBAC = 'rbac.authorization.k8s.io/v1';

const autoscaler = anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', {
  spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
});

const fieldRef = (resourceFieldRef: unknown) => ({
  container: { env: [{ name: 'A', valueFrom: { resourceFieldRef } }] },
});

export const cases: PolicyCases = {
  policy: objectsStayInSync,
  accepts: {
    'an autoscaler that decides alone': { objects: [autoscaler, aDeployment({ spec: { replicas: undefined } })] },
    'replicas without an autoscaler': { objects: [aDeployment(), aDeployment({ name: 'api' })] },
    'templates of claims with their kind': {
      objects: [
        aWorkload('StatefulSet', {
          spec: { volumeClaimTemplates: [{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: {} }] },
        }),
      ],
    },
    'a divisor of zero': { objects: [aDeployment(fieldRef({ resource: 'limits.memory', divisor: '0' }))] },
    'empty maps of built-in kinds, which Kubernetes drops from both sides': {
      objects: [anObject('v1', 'ConfigMap', 'web', { metadata: { labels: {} }, data: null }), aConfigMap('b')],
    },
    'an aggregated role without rules of its own': {
      objects: [
        anObject(RBAC, 'ClusterRole', 'all', { aggregationRule: {} }),
        anObject(RBAC, 'ClusterRole', 'one', { rules: [] }),
      ],
    },
  },
  refuses: {
    'replicas beside an autoscaler': {
      objects: [autoscaler, aDeployment({ spec: { replicas: 2 } })],
      findings: [
        {
          in: 'Deployment shop/web',
          path: 'spec.replicas',
          found: '2',
          rule: 'stands beside HorizontalPodAutoscaler shop/web, which changes it',
          fix: 'remove it',
        },
      ],
    },
    'templates of claims without their kind': {
      objects: [aWorkload('StatefulSet', { spec: { volumeClaimTemplates: [{ spec: {} }] } })],
      findings: [
        { in: 'StatefulSet shop/web', path: 'spec.volumeClaimTemplates[0].apiVersion', ...ADDED, fix: 'write v1' },
        {
          in: 'StatefulSet shop/web',
          path: 'spec.volumeClaimTemplates[0].kind',
          ...ADDED,
          fix: 'write PersistentVolumeClaim',
        },
      ],
    },
    'empty labels and a null in a custom resource': {
      objects: [
        anObject('cert-manager.io/v1', 'Certificate', 'web', {
          metadata: { labels: {}, annotations: {} },
          spec: { dnsNames: ['a.example.org', null] },
        }),
      ],
      findings: [
        { in: 'Certificate shop/web', path: 'metadata.labels', found: '{}', ...DROPPED },
        { in: 'Certificate shop/web', path: 'metadata.annotations', found: '{}', ...DROPPED },
        { in: 'Certificate shop/web', path: 'spec.dnsNames[1]', found: 'null', ...DROPPED },
      ],
    },
    'an aggregated role with rules': {
      objects: [anObject(RBAC, 'ClusterRole', 'all', { aggregationRule: {}, rules: [] })],
      findings: [
        {
          in: 'ClusterRole all',
          path: 'rules',
          found: '',
          rule: 'are filled in by the cluster, since the role is aggregated',
          fix: 'remove them',
        },
      ],
    },
    'a field of definitions that is gone': {
      objects: [
        anObject('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'farms.example.org', {
          spec: { preserveUnknownFields: false },
        }),
      ],
      findings: [
        {
          in: 'CustomResourceDefinition farms.example.org',
          path: 'spec.preserveUnknownFields',
          found: 'false',
          ...DROPPED,
        },
      ],
    },
  },
  refusesPods: {
    'a resource of the container without a divisor': {
      change: fieldRef({ resource: 'limits.memory' }),
      findings: [
        {
          path: 'spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor',
          ...ADDED,
          fix: "write '0'",
        },
      ],
    },
    'a file with a resource of the container, without a divisor': {
      change: {
        pod: {
          volumes: [
            {
              name: 'about',
              downwardAPI: {
                items: [{ path: 'memory', resourceFieldRef: { containerName: 'web', resource: 'limits.memory' } }],
              },
            },
          ],
        },
      },
      findings: [
        {
          path: 'spec.volumes[0].downwardAPI.items[0].resourceFieldRef.divisor',
          ...ADDED,
          fix: "write '0'",
        },
      ],
    },
  },
};
