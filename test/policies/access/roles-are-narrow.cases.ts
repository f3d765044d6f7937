import { rolesAreNarrow } from '../../../policies/access/roles-are-narrow.ts';
import type { PolicyCases } from '../support/cases.ts';
import { anObject, type Fields } from '../support/objects.ts';

const role = (kind: string, ...rules: readonly Fields[]) =>
  anObject('rbac.authorization.k8s.io/v1', kind, 'web', { rules });

export const cases: PolicyCases = {
  policy: rolesAreNarrow,
  accepts: {
    'what a monitoring needs': {
      objects: [
        role(
          'ClusterRole',
          { apiGroups: [''], resources: ['nodes', 'nodes/metrics', 'pods'], verbs: ['get', 'list', 'watch'] },
          { nonResourceURLs: ['/metrics'], verbs: ['get'] },
        ),
      ],
    },
    'secrets of one namespace, or one secret of all': {
      objects: [
        role('Role', { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list', 'watch'] }),
        role('ClusterRole', { apiGroups: [''], resources: ['secrets'], resourceNames: ['ca'], verbs: ['get'] }),
      ],
    },
    'a role that the cluster fills in': { objects: [anObject('rbac.authorization.k8s.io/v1', 'ClusterRole', 'all')] },
  },
  refuses: {
    wildcards: {
      objects: [
        role(
          'Role',
          { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
          { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
        ),
      ],
      findings: [
        {
          in: 'Role shop/web',
          path: 'rules[1].verbs',
          found: '*',
          rule: 'is every verb',
          fix: 'write those that are used',
        },
        {
          in: 'Role shop/web',
          path: 'rules[1].resources',
          found: '*',
          rule: 'is every resource',
          fix: 'write those that are used',
        },
      ],
    },
    'rights that lead to all others': {
      objects: [
        role(
          'ClusterRole',
          { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] },
          { apiGroups: [''], resources: ['users'], verbs: ['impersonate'] },
        ),
      ],
      findings: [
        {
          in: 'ClusterRole web',
          path: 'rules[0].resources',
          found: 'nodes/proxy',
          rule: 'gives its holder the rights of other pods',
          fix: 'remove it',
        },
        {
          in: 'ClusterRole web',
          path: 'rules[1].verbs',
          found: 'impersonate',
          rule: 'lets its holder take rights that it does not have',
          fix: 'remove it',
        },
      ],
    },
    'every secret of the cluster': {
      objects: [
        role('ClusterRole', { apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['list', 'watch'] }),
      ],
      findings: [
        {
          in: 'ClusterRole web',
          path: 'rules[0].resources',
          found: 'secrets',
          rule: 'lets its holder read every secret of the cluster',
          fix: 'write a Role in one namespace, or the resourceNames that are read',
        },
      ],
    },
  },
};
