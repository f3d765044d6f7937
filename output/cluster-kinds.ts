type Kinds = Readonly<Record<string, readonly string[]>>;

/**
 * Kinds that live in the cluster and in no namespace, by API group: those of Kubernetes 1.36 (`kubectl api-resources
 * --namespaced=false`), without those that nobody writes down, such as reviews.
 */
const builtIn: Kinds = {
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
const brought: Kinds = {
  'argoproj.io': ['ClusterAnalysisTemplate', 'ClusterWorkflowTemplate'],
  'cert-manager.io': ['ClusterIssuer'],
  'external-secrets.io': ['ClusterExternalSecret', 'ClusterPushSecret', 'ClusterSecretStore'],
  'gateway.networking.k8s.io': ['GatewayClass'],
  'generators.external-secrets.io': ['ClusterGenerator'],
  'snapshot.storage.k8s.io': ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
};

/** Both. */
export const CLUSTER_KINDS: Kinds = { ...builtIn, ...brought };

const builtInNames = namesOf(builtIn);
const broughtNames = namesOf(brought);

/** Whether objects of this kind live in no namespace. A kind that is not in the tables is taken to live in one. */
export function isClusterScoped(apiVersion: string, kind: string): boolean {
  return isBuiltIn(apiVersion, kind) || broughtNames.has(nameOf(apiVersion, kind));
}

/** Whether a cluster knows this kind, which lives in no namespace, before any controller has been installed. */
export function isBuiltIn(apiVersion: string, kind: string): boolean {
  return builtInNames.has(nameOf(apiVersion, kind));
}

function namesOf(kinds: Kinds): ReadonlySet<string> {
  return new Set(Object.entries(kinds).flatMap(([group, names]) => names.map((name) => `${group}/${name}`)));
}

function nameOf(apiVersion: string, kind: string): string {
  return `${apiGroup(apiVersion)}/${kind}`;
}

/** `apps` of `apps/v1`; empty for the core group. */
export function apiGroup(apiVersion: string): string {
  const slash = apiVersion.lastIndexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}
