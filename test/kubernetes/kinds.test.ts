import { describe, expect, test } from 'vitest';
import { isCustomResource, kindOf } from '../../kubernetes/kinds.ts';
import { isBuiltInClusterScoped, isClusterScoped } from '../../kubernetes/scopes.ts';

describe('a kind', () => {
  test('is written as kubectl writes it, without its version', () => {
    expect(kindOf({ apiVersion: 'v1', kind: 'Service' })).toBe('Service');
    expect(kindOf({ apiVersion: 'apps/v1', kind: 'Deployment' })).toBe('Deployment.apps');
  });

  test.each([
    ['Namespace', true],
    ['ClusterRole.rbac.authorization.k8s.io', true],
    ['ClusterIssuer.cert-manager.io', false],
  ])('%s belongs to no namespace, and every cluster knows it from the start: %o', (kind, builtIn) => {
    expect(isClusterScoped(kind)).toBe(true);
    expect(isBuiltInClusterScoped(kind)).toBe(builtIn);
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
