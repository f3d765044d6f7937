import type { KubeObject } from '../subject.ts';

/** A kind with its API group, as kubectl takes it: `Service`, `Deployment.apps`. The version does not matter. */
export function kindOf({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): string {
  const known = names.get(apiVersion)?.get(kind);
  if (known !== undefined) return known;
  const slash = apiVersion.indexOf('/');
  const name = slash < 0 ? kind : `${kind}.${apiVersion.slice(0, slash)}`;
  names.set(apiVersion, (names.get(apiVersion) ?? new Map()).set(kind, name));
  return name;
}

/** Names of kinds by version and kind: nearly every policy asks for that of every object. */
const names = new Map<string, Map<string, string>>();

/**
 * Kinds whose objects belong to no namespace: those of Kubernetes 1.36, and those of the operators that a site may run.
 *
 * `output/` has the same table for its folders; neither may import the other, and a test holds them equal.
 */
export const CLUSTER_KINDS: readonly string[] = [
  'Namespace',
  'Node',
  'PersistentVolume',
  ...ofGroup(
    'admissionregistration.k8s.io',
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ),
  ...ofGroup('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ...ofGroup('apiregistration.k8s.io', 'APIService'),
  ...ofGroup('certificates.k8s.io', 'CertificateSigningRequest', 'ClusterTrustBundle'),
  ...ofGroup('flowcontrol.apiserver.k8s.io', 'FlowSchema', 'PriorityLevelConfiguration'),
  ...ofGroup('networking.k8s.io', 'IPAddress', 'IngressClass', 'ServiceCIDR'),
  ...ofGroup('node.k8s.io', 'RuntimeClass'),
  ...ofGroup('rbac.authorization.k8s.io', 'ClusterRole', 'ClusterRoleBinding'),
  ...ofGroup('resource.k8s.io', 'DeviceClass', 'DeviceTaintRule', 'ResourceSlice'),
  ...ofGroup('scheduling.k8s.io', 'PriorityClass'),
  ...ofGroup('storage.k8s.io', 'CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'),
  ...ofGroup('storagemigration.k8s.io', 'StorageVersionMigration'),
  ...ofGroup('argoproj.io', 'ClusterAnalysisTemplate', 'ClusterWorkflowTemplate'),
  ...ofGroup('cert-manager.io', 'ClusterIssuer'),
  ...ofGroup('external-secrets.io', 'ClusterExternalSecret', 'ClusterPushSecret', 'ClusterSecretStore'),
  ...ofGroup('gateway.networking.k8s.io', 'GatewayClass'),
  ...ofGroup('generators.external-secrets.io', 'ClusterGenerator'),
  ...ofGroup('snapshot.storage.k8s.io', 'VolumeSnapshotClass', 'VolumeSnapshotContent'),
];

const clusterKinds = new Set(CLUSTER_KINDS);

/** Whether objects of a kind belong to no namespace; kinds that are not known are taken for namespaced. */
export function isClusterScoped(kind: string): boolean {
  return clusterKinds.has(kind);
}

/** Kinds of one group, in the words of kubectl. */
function ofGroup(group: string, ...kinds: readonly string[]): string[] {
  return kinds.map((kind) => `${kind}.${group}`);
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
