import { Chart } from 'cdk8s';
import { k8s, ServiceAccount } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { type Labels, labelsOf } from '../../kubernetes/labels.ts';
import { clusterScoped } from '../cluster-scoped.ts';
import { exempt } from '../exempt.ts';

/** Somebody who uses kubectl. */
export interface UserProps {
  /** Short name: `ada`. */
  readonly name: string;

  /**
   * One of the roles that every cluster has; more than `view` only in namespaces that hold nothing of the platform.
   *
   * @default - none: an account that may do what others give it
   */
  readonly role?: 'view' | 'edit' | 'admin' | undefined;

  /**
   * Namespaces in which the role counts.
   *
   * @default - all of them
   */
  readonly namespaces?: readonly string[] | undefined;

  /** Whether a token lies in the cluster until somebody removes it; others are made when they are needed, and end. */
  readonly longLived: boolean;
}

const GROUP = 'rbac.authorization.k8s.io';

/** A ServiceAccount for a person, with one of the roles `view`, `edit` and `admin`, or none, and nothing else. */
export class User extends Construct {
  constructor(scope: Construct, id: string, { name, role, namespaces, longLived }: UserProps) {
    super(scope, id);
    const labels = labelsOf({ name, component: 'access', folder: Chart.of(this).node.id });
    const account = new ServiceAccount(this, 'Account', { metadata: { name, labels } });
    if (longLived) this.defineToken(account.name, labels);
    if (role) this.bind(name, role, namespaces, labels);
  }

  private bind(name: string, role: string, namespaces: readonly string[] | undefined, labels: Labels): void {
    const roleRef = { apiGroup: GROUP, kind: 'ClusterRole', name: role };
    const subjects = [{ kind: 'ServiceAccount', name, namespace: Chart.of(this).namespace as string }];
    // A binding never gets another role, so the role is a part of its name: a new role is a new binding.
    const metadata = { name: `access-${name}-${role}`, labels };
    if (!namespaces) clusterScoped(new k8s.KubeClusterRoleBinding(this, 'Binding', { metadata, roleRef, subjects }));
    for (const namespace of namespaces ?? []) {
      const where = { ...metadata, namespace };
      const binding = new k8s.KubeRoleBinding(this, `Binding ${namespace}`, { metadata: where, roleRef, subjects });
      exempt(binding, 'folders-keep-to-one-namespace', 'a role counts where it is given');
    }
  }

  /** The API server fills the Secret with a token that has no end. */
  private defineToken(account: string, labels: Labels): void {
    new k8s.KubeSecret(this, 'Token', {
      metadata: { name: `${account}-token`, labels, annotations: { 'kubernetes.io/service-account.name': account } },
      type: 'kubernetes.io/service-account-token',
    });
  }
}
