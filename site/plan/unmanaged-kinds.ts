/** Kinds of one API group that Argo CD does not look at; the core group has no name. */
export interface UnmanagedKinds {
  readonly group: string;
  readonly kinds: readonly string[];
}

/** Reports that a policy engine writes all day. */
const REPORTS = [
  'PolicyReport',
  'ClusterPolicyReport',
  'EphemeralReport',
  'ClusterEphemeralReport',
  'AdmissionReport',
  'ClusterAdmissionReport',
  'BackgroundScanReport',
  'ClusterBackgroundScanReport',
  'UpdateRequest',
];

/**
 * What Argo CD does not look at: what controllers write all day and nobody keeps in git. It shows such an object as
 * Synced and Healthy, and does not apply it.
 *
 * These are the defaults of its chart (argo-cd 10.3, `resource.exclusions`) without EndpointSlices: those of services at
 * home stand in git. What that costs in a small cluster is told in the decision about home services.
 */
export const UNMANAGED_KINDS: readonly UnmanagedKinds[] = [
  { group: '', kinds: ['Endpoints'] },
  { group: 'coordination.k8s.io', kinds: ['Lease'] },
  { group: 'authentication.k8s.io', kinds: ['SelfSubjectReview', 'TokenReview'] },
  {
    group: 'authorization.k8s.io',
    kinds: ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
  },
  { group: 'certificates.k8s.io', kinds: ['CertificateSigningRequest'] },
  { group: 'cert-manager.io', kinds: ['CertificateRequest'] },
  { group: 'cilium.io', kinds: ['CiliumIdentity', 'CiliumEndpoint', 'CiliumEndpointSlice'] },
  { group: 'kyverno.io', kinds: REPORTS },
  { group: 'reports.kyverno.io', kinds: REPORTS },
  { group: 'wgpolicyk8s.io', kinds: REPORTS },
];
