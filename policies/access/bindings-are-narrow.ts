import { eachOf } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

interface BindingFields {
  readonly roleRef?: { readonly name?: string };
  readonly subjects?: readonly { readonly kind?: string; readonly name?: string }[];
}

const RBAC = 'rbac.authorization.k8s.io';

/** Users and groups to which everybody belongs, or everything. */
const EVERYBODY = new Set([
  'system:anonymous',
  'system:authenticated',
  'system:masters',
  'system:serviceaccounts',
  'system:unauthenticated',
]);

/** Roles of every cluster whose holder acts as every account of the namespaces in which they count. */
const ACTING = new Set(['admin', 'edit']);

/** Rights go to somebody. */
export const bindingsAreNarrow: Policy = {
  id: 'bindings-are-narrow',
  title: 'Nobody is bound to cluster-admin or may change everything, and no role is bound to everybody.',
  why: 'Whoever gets into one pod with cluster-admin has the cluster, its secrets and its disks.',
  check: eachOf<BindingFields>(
    [`RoleBinding.${RBAC}`, `ClusterRoleBinding.${RBAC}`],
    function* ({ kind, roleRef, subjects = [] }) {
      if (kind === 'ClusterRoleBinding' && ACTING.has(roleRef?.name ?? '')) {
        const rule = 'everywhere is every right: its holder acts as every account of the cluster';
        const fix = 'write a RoleBinding in each namespace that is meant';
        yield { path: ['roleRef', 'name'], found: roleRef?.name ?? '', rule, fix };
      }
      if (roleRef?.name === 'cluster-admin') {
        const fix = 'write a role with the rights that are used';
        yield { path: ['roleRef', 'name'], found: 'cluster-admin', rule: 'is every right on everything', fix };
      }
      for (const [index, { kind, name = '' }] of subjects.entries()) {
        const shared = EVERYBODY.has(name) || (name.startsWith('system:serviceaccounts:') && kind === 'Group');
        if (!shared) continue;
        const fix = 'write the account or the person that needs the right';
        yield { path: ['subjects', index, 'name'], found: name, rule: 'is not one account or person', fix };
      }
    },
  ),
};
