import { kindOf } from '../context/kinds.ts';
import { eachObject } from '../engine/each.ts';
import type { Policy } from '../policy.ts';

/**
 * Kinds that Argo CD leaves out by default, `resource.exclusions` in argocd-cm (argo-cd chart 10.1.1).
 *
 * It shows an Application with one of them as Synced and Healthy, and does not apply it.
 */
const EXCLUDED: ReadonlySet<string> = new Set([
  'Endpoints',
  ...group('discovery.k8s.io', 'EndpointSlice', 'Endpoints'),
  ...group('coordination.k8s.io', 'Lease'),
  ...group('authentication.k8s.io', 'SelfSubjectReview', 'TokenReview'),
  ...group(
    'authorization.k8s.io',
    'LocalSubjectAccessReview',
    'SelfSubjectAccessReview',
    'SelfSubjectRulesReview',
    'SubjectAccessReview',
  ),
  ...group('certificates.k8s.io', 'CertificateSigningRequest'),
  ...group('cert-manager.io', 'CertificateRequest'),
  ...group('cilium.io', 'CiliumIdentity', 'CiliumEndpoint', 'CiliumEndpointSlice'),
  ...['kyverno.io', 'reports.kyverno.io', 'wgpolicyk8s.io'].flatMap((name) =>
    group(
      name,
      'PolicyReport',
      'ClusterPolicyReport',
      'EphemeralReport',
      'ClusterEphemeralReport',
      'AdmissionReport',
      'ClusterAdmissionReport',
      'BackgroundScanReport',
      'ClusterBackgroundScanReport',
      'UpdateRequest',
    ),
  ),
]);

/** What is in git is in the cluster. */
export const argoCdManagesTheKind: Policy = {
  id: 'argo-cd-manages-the-kind',
  title: 'No object is of a kind that Argo CD leaves out.',
  why: 'Argo CD says Synced and Healthy and applies nothing; only a condition of the Application tells.',
  check: eachObject(({ object }) => {
    const kind = kindOf(object);
    if (!EXCLUDED.has(kind)) return [];
    const fix = 'write what makes such an object instead, such as a Service with a selector or a Certificate';
    return [{ path: ['kind'], found: kind, rule: 'is left out by Argo CD and never applied', fix }];
  }),
};

function group(name: string, ...kinds: readonly string[]): string[] {
  return kinds.map((kind) => `${kind}.${name}`);
}
