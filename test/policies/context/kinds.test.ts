import { describe, expect, test } from 'vitest';
import { CLUSTER_KINDS as ROUTED } from '../../../output/cluster-kinds.ts';
import { CLUSTER_KINDS, isClusterScoped, isCustomResource, kindOf } from '../../../policies/context/kinds.ts';

describe('a kind', () => {
  test('is written as kubectl writes it, without its version', () => {
    expect(kindOf({ apiVersion: 'v1', kind: 'Service' })).toBe('Service');
    expect(kindOf({ apiVersion: 'apps/v1', kind: 'Deployment' })).toBe('Deployment.apps');
  });

  test('that belongs to no namespace has its files in the folder of the cluster, and no other kind has', () => {
    const routed = Object.entries(ROUTED).flatMap(([group, kinds]) =>
      kinds.map((kind) => kindOf({ apiVersion: group ? `${group}/v1` : 'v1', kind })),
    );
    expect([...CLUSTER_KINDS].sort()).toEqual(routed.sort());
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
