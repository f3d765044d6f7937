import { inGroup } from './kinds.ts';

type Groups = Readonly<Record<string, readonly string[]>>;

/**
 * Kinds that live in the cluster and in no namespace, by API group: those of Kubernetes 1.36 (`kubectl api-resources
 * --namespaced=false`), without those that nobody writes down, such as reviews.
 */
const builtIn: Groups = {
  '': ['Namespace', 'Node', 'PersistentVolume'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['IngressClass', 'IPAddress', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'DeviceTaintRule', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
  'storagemigration.k8s.io': ['StorageVersionMigration'],
};

/** The same for the definitions that the platform's controllers bring (`scope: Cluster` in their CRDs). */
const brought: Groups = {
  'argoproj.io': ['ClusterAnalysisTemplate', 'ClusterWorkflowTemplate'],
  'cert-manager.io': ['ClusterIssuer'],
  'external-secrets.io': ['ClusterExternalSecret', 'ClusterPushSecret', 'ClusterSecretStore'],
  'gateway.networking.k8s.io': ['GatewayClass'],
  'generators.external-secrets.io': ['ClusterGenerator'],
  'snapshot.storage.k8s.io': ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
};

const builtInKinds = kindsOf(builtIn);
const clusterKinds = new Set([...builtInKinds, ...kindsOf(brought)]);

/**
 * Whether objects of a kind live in no namespace. A kind that is not in the tables is taken to live in one.
 *
 * @param kind with its group, as `kindOf` has it: `ClusterRole.rbac.authorization.k8s.io`
 */
export function isClusterScoped(kind: string): boolean {
  return clusterKinds.has(kind);
}

/** Whether a cluster knows a kind, whose objects live in no namespace, before any controller has been installed. */
export function isBuiltInClusterScoped(kind: string): boolean {
  return builtInKinds.has(kind);
}

function kindsOf(groups: Groups): ReadonlySet<string> {
  return new Set(Object.entries(groups).flatMap(([group, kinds]) => kinds.map((kind) => inGroup(group, kind))));
}
