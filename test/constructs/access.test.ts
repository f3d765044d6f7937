import { describe, expect, test } from 'vitest';
import { User, type UserProps } from '../../constructs/access/index.ts';
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
      'RoleBinding shop-prod/access-ada',
      'RoleBinding shop-staging/access-ada',
    ]);
  });

  test('has no token that stays, unless it was asked for', () => {
    expect(objects(aUser()).filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(only(aUser({ longLived: true }), 'Secret')).toMatchObject({
      type: 'kubernetes.io/service-account-token',
      metadata: { name: 'ada-token', annotations: { 'kubernetes.io/service-account.name': 'ada' } },
    });
  });
});
