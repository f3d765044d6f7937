import { bindingsAreNarrow } from '../../../policies/access/bindings-are-narrow.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, type Fields } from '../support/objects.ts';

const binding = (kind: string, role: string, ...subjects: readonly Fields[]) =>
  anObject('rbac.authorization.k8s.io/v1', kind, 'web', { roleRef: { kind: 'ClusterRole', name: role }, subjects });

const EVERYBODY = { rule: 'is not one account or person', fix: 'write the account or the person that needs the right' };

export const cases: PolicyCases = {
  policy: bindingsAreNarrow,
  accepts: {
    'a role that changes things in one namespace': {
      objects: [binding('RoleBinding', 'edit', { kind: 'ServiceAccount', name: 'web' })],
    },
    'a narrow role for an account and a group of people': {
      objects: [
        binding('RoleBinding', 'view', { kind: 'ServiceAccount', name: 'web' }, { kind: 'Group', name: 'ops' }),
        binding('ClusterRoleBinding', 'metrics', { kind: 'User', name: 'system:serviceaccounts:web' }),
      ],
    },
  },
  refuses: {
    'every right': {
      objects: [binding('RoleBinding', 'cluster-admin', { kind: 'ServiceAccount', name: 'web' })],
      findings: [
        {
          in: 'RoleBinding shop/web',
          path: 'roleRef.name',
          found: 'cluster-admin',
          rule: 'is every right on everything',
          fix: 'write a role with the rights that are used',
        },
      ],
    },
    'a role that changes things in every namespace': {
      objects: ['edit', 'admin'].map((role) => binding('ClusterRoleBinding', role, { kind: 'User', name: 'bob' })),
      findings: ['edit', 'admin'].map((found) => ({
        in: 'ClusterRoleBinding web',
        path: 'roleRef.name',
        found,
        rule: 'everywhere is every right: its holder acts as every account of the cluster',
        fix: 'write a RoleBinding in each namespace that is meant',
      })),
    },
    'rights for everybody': {
      objects: [
        binding(
          'ClusterRoleBinding',
          'view',
          { kind: 'ServiceAccount', name: 'web', namespace: 'shop' },
          { kind: 'Group', name: 'system:authenticated' },
          { kind: 'User', name: 'system:anonymous' },
          { kind: 'Group', name: 'system:serviceaccounts:shop' },
        ),
      ],
      findings: ['system:authenticated', 'system:anonymous', 'system:serviceaccounts:shop'].map((found, index) => ({
        in: 'ClusterRoleBinding web',
        path: `subjects[${index + 1}].name`,
        found,
        ...EVERYBODY,
      })),
    },
  },
};
