import { describe, expect, test } from 'vitest';
import { OwnNamespace, User, type UserProps } from '../../constructs/access/index.ts';
import { aFolder, objects, only } from './support/synth.ts';

function aUser(props: Partial<UserProps> = {}) {
  const chart = aFolder('access');
  new User(chart, 'User', { name: 'ada', role: 'view', longLived: false, ...props });
  return chart;
}

describe('a user', () => {
  test('has one of the roles of every cluster, and nothing else', () => {
    const { roleRef, subjects } = only(aUser(), 'ClusterRoleBinding');
    expect(roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' });
    expect(subjects).toEqual([{ kind: 'ServiceAccount', name: 'ada', namespace: 'access' }]);
  });

  test('has it in the namespaces that are named, if any are', () => {
    const chart = aUser({ role: 'edit', namespaces: ['shop-prod', 'shop-staging'] });
    expect(objects(chart).map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual([
      'ServiceAccount access/ada',
      'RoleBinding shop-prod/access-ada-edit',
      'RoleBinding shop-staging/access-ada-edit',
    ]);
  });

  test('gets another role by another binding, since Kubernetes never changes the role of one', () => {
    expect(only(aUser({ role: 'view' }), 'ClusterRoleBinding').metadata.name).toBe('access-ada-view');
    expect(only(aUser({ role: 'edit', namespaces: ['shop'] }), 'RoleBinding').metadata.name).toBe('access-ada-edit');
  });

  test('has no token that stays, unless it was requested', () => {
    expect(objects(aUser()).filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(only(aUser({ longLived: true }), 'Secret')).toMatchObject({
      type: 'kubernetes.io/service-account-token',
      metadata: { name: 'ada-token', annotations: { 'kubernetes.io/service-account.name': 'ada' } },
    });
  });
});

describe('a namespace in which somebody may change what runs', () => {
  const chart = aFolder('access');
  new OwnNamespace(chart, 'Namespace', { namespace: 'shop', ranks: ['platform', 'environment-1'] });
  const quotas = Object.fromEntries(
    objects(chart).map(({ kind, metadata, spec }) => [`${kind} ${metadata.namespace}/${metadata.name}`, spec]),
  );

  test('rents nothing of the cloud', () => {
    expect(quotas['ResourceQuota shop/nothing-rented']).toEqual({
      hard: {
        'services.loadbalancers': '0',
        'services.nodeports': '0',
        'oci-bv.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
        'oci-bv-encrypted.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
        'oci.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
      },
    });
  });

  test('has no pod that pushes out those of the platform, of an environment or of Kubernetes', () => {
    const values = ['platform', 'environment-1', 'system-cluster-critical', 'system-node-critical'];
    expect(quotas['ResourceQuota shop/no-rank']).toEqual({
      hard: { pods: '0' },
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values }] },
    });
  });
});
