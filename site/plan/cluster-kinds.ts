/** A kind of object that lies in no namespace; the core group has no name. */
export interface ClusterKind {
  readonly group: string;
  readonly kind: string;
}

/** Those that the platform's folders and charts contain. */
export const CLUSTER_KINDS: readonly ClusterKind[] = [
  { group: '', kind: 'Namespace' },
  { group: '', kind: 'PersistentVolume' },
  { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicy' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicyBinding' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: 'cert-manager.io', kind: 'ClusterIssuer' },
  { group: 'networking.k8s.io', kind: 'IngressClass' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { group: 'external-secrets.io', kind: 'ClusterSecretStore' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
  { group: 'storage.k8s.io', kind: 'StorageClass' },
];
