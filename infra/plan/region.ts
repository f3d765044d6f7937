/** An image that a machine can start from. */
export interface NamedImage {
  readonly id: string;
  readonly name: string;
}

/** An availability domain: a data centre of a region. */
export interface AvailabilityDomain {
  readonly name: string;

  /** Groups of hardware inside it. */
  readonly faultDomains: readonly string[];

  /** Machines of the shape VM.Standard.E2.1.Micro that the account may have here; 0 in all domains but one. */
  readonly microInstances: number;
}

/** What a region offers to an account: everything that is looked up, none of it decided. */
export interface RegionFacts {
  /** The region in which the account has what is free, and its quotas and budgets. */
  readonly homeRegion?: string;
  readonly availabilityDomains: readonly AvailabilityDomain[];

  /** Versions of Kubernetes for new clusters, with a leading v. */
  readonly kubernetesVersions: readonly string[];
  readonly nodeImages: readonly NamedImage[];
  readonly gatewayImages: readonly NamedImage[];

  /** Oracle's own services, as a service gateway reaches them. */
  readonly services: { readonly id: string; readonly cidr: string };
}
