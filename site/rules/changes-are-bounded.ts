import { shown } from '../fields/shown.ts';
import { isReserved } from '../plan/namespaces.ts';
import { changesThings } from '../sections/users.ts';
import type { Site } from '../site.ts';
import type { Conflict, Rule } from './rule.ts';

type Users = NonNullable<Site['access']>;

/**
 * Whoever may change what runs does so in namespaces of their own.
 *
 * The roles `edit` and `admin` of Kubernetes act as every account of a namespace, by a pod or by impersonation. With Argo
 * CD's account among them they are every right in the cluster.
 */
export const changesAreBounded: Rule = {
  id: 'changes-are-bounded',
  conflicts: ({ access = {} }) =>
    Object.entries(access)
      .filter(([, user]) => changesThings(user))
      .flatMap(([name, user]) => conflicts(name, user)),
};

function conflicts(name: string, { role, namespaces }: Users[string]): Conflict[] {
  const path = ['access', name];
  if (!namespaces) return [everywhere(path)];
  return namespaces.flatMap((namespace, index) =>
    isReserved(namespace) ? [reserved([...path, 'namespaces', index], [...path, 'role'], namespace, role)] : [],
  );
}

function everywhere(path: readonly string[]): Conflict {
  return {
    path: [...path, 'role'],
    with: [[...path, 'namespaces']],
    rule: 'in every namespace is every right in the cluster: its holder can act as Argo CD',
    fix: "write role: 'view', or namespaces of their own beside it, such as namespaces: ['shop']",
  };
}

function reserved(path: Conflict['path'], role: Conflict['path'], namespace: string, word: string): Conflict {
  return {
    path,
    with: [role],
    found: shown(namespace),
    rule: `belongs to the platform or to Kubernetes: with ${word} one acts there as processes that may do far more`,
    fix: "write a namespace of their own, such as 'shop', which the site then makes",
  };
}
