import type { KubeObject } from '../subject.ts';

/** A kind with its API group, as kubectl takes it: `Service`, `Deployment.apps`. The version does not matter. */
export function kindOf({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${kind}.${apiVersion.slice(0, slash)}`;
}

/** Kinds whose objects belong to no namespace: those of Kubernetes, and those of the operators that a site may run. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'Namespace',
  'Node',
  'PersistentVolume',
  'APIService.apiregistration.k8s.io',
  'CertificateSigningRequest.certificates.k8s.io',
  'ClusterTrustBundle.certificates.k8s.io',
  'CustomResourceDefinition.apiextensions.k8s.io',
  'FlowSchema.flowcontrol.apiserver.k8s.io',
  'PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io',
  'IPAddress.networking.k8s.io',
  'IngressClass.networking.k8s.io',
  'ServiceCIDR.networking.k8s.io',
  'RuntimeClass.node.k8s.io',
  'ClusterRole.rbac.authorization.k8s.io',
  'ClusterRoleBinding.rbac.authorization.k8s.io',
  'DeviceClass.resource.k8s.io',
  'ResourceSlice.resource.k8s.io',
  'PriorityClass.scheduling.k8s.io',
  'CSIDriver.storage.k8s.io',
  'CSINode.storage.k8s.io',
  'StorageClass.storage.k8s.io',
  'VolumeAttachment.storage.k8s.io',
  'VolumeAttributesClass.storage.k8s.io',
  'MutatingAdmissionPolicy.admissionregistration.k8s.io',
  'MutatingAdmissionPolicyBinding.admissionregistration.k8s.io',
  'MutatingWebhookConfiguration.admissionregistration.k8s.io',
  'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
  'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io',
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
  'ClusterIssuer.cert-manager.io',
  'ClusterExternalSecret.external-secrets.io',
  'ClusterPushSecret.external-secrets.io',
  'ClusterSecretStore.external-secrets.io',
  'ClusterGenerator.generators.external-secrets.io',
  'GatewayClass.gateway.networking.k8s.io',
]);

/** Whether objects of a kind belong to no namespace; kinds that are not known are taken for namespaced. */
export function isClusterScoped(kind: string): boolean {
  return CLUSTER_SCOPED.has(kind);
}

/** Groups of Kubernetes itself whose names have a dot; those without one (`apps`, `batch`) are its own too. */
const OWN_GROUPS: ReadonlySet<string> = new Set(
  [
    'admissionregistration',
    'apiextensions',
    'apiregistration',
    'authentication',
    'authorization',
    'certificates',
    'coordination',
    'discovery',
    'events',
    'flowcontrol.apiserver',
    'networking',
    'node',
    'rbac.authorization',
    'resource',
    'scheduling',
    'storage',
    'storagemigration',
  ].map((name) => `${name}.k8s.io`),
);

/** Whether a kind comes from a CustomResourceDefinition. */
export function isCustomResource(kind: string): boolean {
  const dot = kind.indexOf('.');
  const group = dot < 0 ? '' : kind.slice(dot + 1);
  return group.includes('.') && !OWN_GROUPS.has(group);
}
