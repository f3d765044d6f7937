import { describe, expect, test } from 'vitest';
import { isClusterScoped as routedToCluster } from '../../../output/cluster-kinds.ts';
import { CLUSTER_KINDS, isClusterScoped, isCustomResource, kindOf } from '../../../policies/context/kinds.ts';

describe('a kind', () => {
  test('is written as kubectl writes it, without its version', () => {
    expect(kindOf({ apiVersion: 'v1', kind: 'Service' })).toBe('Service');
    expect(kindOf({ apiVersion: 'apps/v1', kind: 'Deployment' })).toBe('Deployment.apps');
  });

  test('that belongs to no namespace has its files in the folder of the cluster', () => {
    const elsewhere = CLUSTER_KINDS.filter((kind) => {
      const [name = '', ...group] = kind.split('.');
      return !routedToCluster(group.length > 0 ? `${group.join('.')}/v1` : 'v1', name);
    });
    expect(elsewhere).toEqual([]);
  });

  test.each(['Service', 'Deployment.apps', 'Issuer.cert-manager.io', 'Role.rbac.authorization.k8s.io'])(
    '%s belongs to a namespace',
    (kind) => {
      expect(isClusterScoped(kind)).toBe(false);
    },
  );

  test.each([
    ['Service', false],
    ['Deployment.apps', false],
    ['Ingress.networking.k8s.io', false],
    ['ClusterRole.rbac.authorization.k8s.io', false],
    ['HTTPRoute.gateway.networking.k8s.io', true],
    ['Application.argoproj.io', true],
  ])('%s comes from a definition: %o', (kind, custom) => {
    expect(isCustomResource(kind)).toBe(custom);
  });
});
