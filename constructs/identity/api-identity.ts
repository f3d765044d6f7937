import { Chart } from 'cdk8s';
import { k8s, ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { type Labels, labelsOf } from '../../kubernetes/labels.ts';
import { clusterScoped } from '../cluster-scoped.ts';
import { exempt } from '../exempt.ts';

/** What an identity may do: with objects of some kinds, or with paths of the API server that are no objects. */
export type Permission =
  | { readonly group: string; readonly resources: readonly string[]; readonly verbs: readonly string[] }
  | { readonly paths: readonly string[]; readonly verbs: readonly string[] };

/** Who a process is for the API server. */
export interface ApiIdentityProps {
  /** Name of the identity: that of its workload. */
  readonly name: string;

  /** What the workload is for, in one word: `metrics`. */
  readonly component: string;

  /** What it may do in every namespace; nothing else. */
  readonly permissions: readonly Permission[];

  /**
   * Roles that others have made, beside its own permissions.
   *
   * @default - none
   */
  readonly roles?: readonly ExistingRole[];
}

/** A role that the cluster brings with it. */
export interface ExistingRole {
  readonly name: string;

  /**
   * The namespace of a role that counts in one namespace alone.
   *
   * @default - a role for the whole cluster
   */
  readonly namespace?: string;
}

/**
 * A ServiceAccount with permissions in the whole cluster.
 *
 * The names of its cluster-wide objects begin with the namespace, so that two workloads of one name do not share a role.
 */
export class ApiIdentity extends Construct {
  readonly serviceAccount: ServiceAccount;

  constructor(scope: Construct, id: string, { name, component, permissions, roles = [] }: ApiIdentityProps) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    if (!namespace) throw new Error(`ApiIdentity ${this.node.path}: its chart has no namespace`);
    const labels = labelsOf({ name, component, folder: Chart.of(this).node.id });
    this.serviceAccount = new ServiceAccount(this, 'Account', { metadata: { name, labels } });
    const subject = { kind: 'ServiceAccount', name, namespace };

    const role = `${namespace}-${name}`;
    const rules = permissions.map(rule);
    clusterScoped(new k8s.KubeClusterRole(this, 'Role', { metadata: { name: role, labels }, rules }));
    this.bind(labels, subject, role, { name: role });
    for (const other of roles) this.bind(labels, subject, `${role}-${other.name.replaceAll(':', '-')}`, other);
  }

  private bind(labels: Labels, subject: k8s.Subject, name: string, role: ExistingRole): void {
    const apiGroup = 'rbac.authorization.k8s.io';
    if (role.namespace) {
      const binding = new k8s.KubeRoleBinding(this, `Binding ${role.name}`, {
        metadata: { name, namespace: role.namespace, labels },
        roleRef: { apiGroup, kind: 'Role', name: role.name },
        subjects: [subject],
      });
      exempt(binding, 'folders-keep-to-one-namespace', 'a role of another namespace can be given in that one alone');
      return;
    }
    const binding = new k8s.KubeClusterRoleBinding(this, `Binding ${role.name}`, {
      metadata: { name, labels },
      roleRef: { apiGroup, kind: 'ClusterRole', name: role.name },
      subjects: [subject],
    });
    clusterScoped(binding);
  }
}

function rule(permission: Permission): k8s.PolicyRule {
  const verbs = [...permission.verbs];
  return 'paths' in permission
    ? { nonResourceUrLs: [...permission.paths], verbs }
    : { apiGroups: [permission.group], resources: [...permission.resources], verbs };
}
