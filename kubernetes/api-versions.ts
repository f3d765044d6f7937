/** A version of a kind that Kubernetes has given up, or will. */
export interface EndingApi {
  readonly apiVersion: string;
  readonly kinds: readonly string[];

  /** Minor version of Kubernetes that first calls it deprecated. */
  readonly deprecatedIn: number;

  /** Minor version of Kubernetes that no longer serves it. */
  readonly removedIn: number;

  /** What to write instead. */
  readonly instead: string;
}

const WEBHOOKS = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
const VALIDATING = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];
const MUTATING = ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'];
const FLOW = ['FlowSchema', 'PriorityLevelConfiguration'];
const RBAC = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];
const DEVICES = ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'];

/**
 * Versions that end, oldest group first.
 *
 * From the life cycles that Kubernetes 1.36.1 states in its own types (k8s.io/api), and for those that it no longer has
 * from its deprecation guide.
 */
export const ENDING_APIS: readonly EndingApi[] = [
  ending('extensions/v1beta1', ['DaemonSet', 'Deployment', 'ReplicaSet'], 8, 16, 'apps/v1'),
  ending('extensions/v1beta1', ['NetworkPolicy'], 9, 16, 'networking.k8s.io/v1'),
  ending('extensions/v1beta1', ['Ingress'], 14, 22, 'networking.k8s.io/v1'),
  ending('apps/v1beta1', ['Deployment', 'StatefulSet'], 8, 16, 'apps/v1'),
  ending('apps/v1beta2', ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'], 9, 16, 'apps/v1'),
  ending('autoscaling/v2beta1', ['HorizontalPodAutoscaler'], 22, 25, 'autoscaling/v2'),
  ending('autoscaling/v2beta2', ['HorizontalPodAutoscaler'], 23, 26, 'autoscaling/v2'),
  ending('batch/v1beta1', ['CronJob'], 21, 25, 'batch/v1'),
  ending('policy/v1beta1', ['PodDisruptionBudget'], 21, 25, 'policy/v1'),
  ending('policy/v1beta1', ['PodSecurityPolicy'], 21, 25, 'a Pod Security label on the Namespace'),
  ending('admissionregistration.k8s.io/v1alpha1', VALIDATING, 29, 32, 'admissionregistration.k8s.io/v1'),
  ending('admissionregistration.k8s.io/v1alpha1', MUTATING, 35, 38, 'admissionregistration.k8s.io/v1'),
  ending('admissionregistration.k8s.io/v1beta1', WEBHOOKS, 16, 22, 'admissionregistration.k8s.io/v1'),
  ending('admissionregistration.k8s.io/v1beta1', VALIDATING, 31, 34, 'admissionregistration.k8s.io/v1'),
  ending('admissionregistration.k8s.io/v1beta1', MUTATING, 37, 40, 'admissionregistration.k8s.io/v1'),
  ending('apiextensions.k8s.io/v1beta1', ['CustomResourceDefinition'], 16, 22, 'apiextensions.k8s.io/v1'),
  ending('apiregistration.k8s.io/v1beta1', ['APIService'], 19, 22, 'apiregistration.k8s.io/v1'),
  ending('certificates.k8s.io/v1alpha1', ['ClusterTrustBundle'], 34, 37, 'certificates.k8s.io/v1beta1'),
  ending('certificates.k8s.io/v1beta1', ['CertificateSigningRequest'], 19, 22, 'certificates.k8s.io/v1'),
  ending('flowcontrol.apiserver.k8s.io/v1beta1', FLOW, 23, 26, 'flowcontrol.apiserver.k8s.io/v1'),
  ending('flowcontrol.apiserver.k8s.io/v1beta2', FLOW, 26, 29, 'flowcontrol.apiserver.k8s.io/v1'),
  ending('flowcontrol.apiserver.k8s.io/v1beta3', FLOW, 29, 32, 'flowcontrol.apiserver.k8s.io/v1'),
  ending('networking.k8s.io/v1beta1', ['Ingress', 'IngressClass'], 19, 22, 'networking.k8s.io/v1'),
  ending('networking.k8s.io/v1beta1', ['IPAddress', 'ServiceCIDR'], 34, 37, 'networking.k8s.io/v1'),
  ending('node.k8s.io/v1beta1', ['RuntimeClass'], 22, 25, 'node.k8s.io/v1'),
  ending('rbac.authorization.k8s.io/v1beta1', RBAC, 17, 22, 'rbac.authorization.k8s.io/v1'),
  ending('resource.k8s.io/v1beta1', DEVICES, 35, 38, 'resource.k8s.io/v1'),
  ending('resource.k8s.io/v1beta2', DEVICES, 36, 39, 'resource.k8s.io/v1'),
  ending('resource.k8s.io/v1alpha3', ['DeviceTaintRule'], 36, 39, 'resource.k8s.io/v1beta2'),
  ending('scheduling.k8s.io/v1beta1', ['PriorityClass'], 14, 22, 'scheduling.k8s.io/v1'),
  ending(
    'storage.k8s.io/v1beta1',
    ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
    19,
    22,
    'storage.k8s.io/v1',
  ),
  ending('storage.k8s.io/v1alpha1', ['VolumeAttributesClass'], 32, 35, 'storage.k8s.io/v1'),
  ending('storage.k8s.io/v1beta1', ['VolumeAttributesClass'], 34, 37, 'storage.k8s.io/v1'),
];

function ending(
  apiVersion: string,
  kinds: readonly string[],
  deprecatedIn: number,
  removedIn: number,
  instead: string,
): EndingApi {
  return { apiVersion, kinds, deprecatedIn, removedIn, instead };
}

const byKind = new Map(
  ENDING_APIS.flatMap((api) => api.kinds.map((kind) => [`${api.apiVersion} ${kind}`, api] as const)),
);

/** The end of a version of a kind, if it has one. */
export function endOf(apiVersion: string, kind: string): EndingApi | undefined {
  return byKind.get(`${apiVersion} ${kind}`);
}
