import type { Site } from '../site.ts';

/**
 * What Oracle's Always Free gives to a tenancy, all instances together.
 *
 * The ARM allowance was halved in June 2026 (Oracle, "Always Free Resources": 1,500 OCPU hours and 9,000 GB hours a
 * month); the rest as stated there in July 2026.
 */
export const ALWAYS_FREE = {
  /** ARM cores of the shape VM.Standard.A1.Flex. */
  ocpus: 2,
  /** Memory of that shape. */
  memoryGb: 12,
  /** Boot and block volumes together, in the home region. */
  storageGb: 200,
  /** Instances of the shape VM.Standard.E2.1.Micro, in the one availability domain that has it. */
  microInstances: 2,
  flexibleLoadBalancers: 1,
  /** Bandwidth of the flexible load balancer. */
  loadBalancerMbps: 10,
  networkLoadBalancers: 1,
  volumeBackups: 5,
} as const;

/** Boot volume of the gateway: the smallest that OCI makes. */
export const GATEWAY_BOOT_VOLUME_GB = 50;

/** What the infrastructure of a site takes of the allowance. */
export interface Demand {
  readonly ocpus: number;
  readonly memoryGb: number;
  /** Boot volumes of the nodes and, where there is a home, of the gateway. */
  readonly storageGb: number;
  /** 1 with a gateway, 0 without. */
  readonly microInstances: number;
}

/** Adds up what a site's machines ask for. */
export function demand({ cloud, home }: Pick<Site, 'cloud'> & Partial<Pick<Site, 'home'>>): Demand {
  const nodes = Object.values(cloud.nodes);
  const gateways = home ? 1 : 0;
  return {
    ocpus: sum(nodes.map(({ ocpus }) => ocpus)),
    memoryGb: sum(nodes.map(({ memoryGb }) => memoryGb)),
    storageGb: sum(nodes.map(({ bootVolumeGb }) => bootVolumeGb)) + gateways * GATEWAY_BOOT_VOLUME_GB,
    microInstances: gateways,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
