import * as oci from '@pulumi/oci';
import type { Account } from '../plan/cloud-plan.ts';
import { GATEWAY_UBUNTU } from '../plan/images.ts';
import type { AvailabilityDomain, NamedImage, RegionFacts } from '../plan/region.ts';

/** Shape of the gateway: free, and outside the ARM allowance. */
export const GATEWAY_SHAPE = 'VM.Standard.E2.1.Micro';

/** Looks up what the region offers to the account. */
export async function readRegion({ tenancy, compartment = tenancy }: Account): Promise<RegionFacts> {
  const [availabilityDomains, clusters, pools, gatewayImages, services] = await Promise.all([
    readAvailabilityDomains(tenancy),
    oci.containerengine.getClusterOption({ clusterOptionId: 'all', compartmentId: compartment }),
    oci.containerengine.getNodePoolOption({ nodePoolOptionId: 'all', compartmentId: compartment }),
    readGatewayImages(compartment),
    readServices(),
  ]);
  return {
    availabilityDomains,
    kubernetesVersions: clusters.kubernetesVersions,
    nodeImages: pools.sources.map(({ imageId, sourceName }) => ({ id: imageId, name: sourceName })),
    gatewayImages,
    services,
  };
}

async function readAvailabilityDomains(tenancy: string): Promise<AvailabilityDomain[]> {
  const { availabilityDomains } = await oci.identity.getAvailabilityDomains({ compartmentId: tenancy });
  return Promise.all(
    availabilityDomains.map(async ({ name }) => {
      const [faults, limits] = await Promise.all([
        oci.identity.getFaultDomains({ availabilityDomain: name, compartmentId: tenancy }),
        oci.limits.getLimitValues({
          compartmentId: tenancy,
          serviceName: 'compute',
          scopeType: 'AD',
          availabilityDomain: name,
          name: 'standard-e2-micro-core-count',
        }),
      ]);
      const faultDomains = faults.faultDomains.map((domain) => domain.name);
      return { name, faultDomains, microInstances: Number(limits.limitValues[0]?.value ?? 0) };
    }),
  );
}

async function readGatewayImages(compartment: string): Promise<NamedImage[]> {
  const { images } = await oci.core.getImages({
    compartmentId: compartment,
    operatingSystem: 'Canonical Ubuntu',
    operatingSystemVersion: GATEWAY_UBUNTU,
    shape: GATEWAY_SHAPE,
  });
  return images.map(({ id, displayName }) => ({ id, name: displayName }));
}

/** The services of Oracle's network in the region; every region has this one entry for all of them. */
async function readServices(): Promise<RegionFacts['services']> {
  const { services } = await oci.core.getServices({});
  const all = services.find(({ cidrBlock }) => /^all-.*-services-in-oracle-services-network$/.test(cidrBlock));
  if (!all) throw new Error('the region names no entry for all services of the Oracle Services Network');
  return { id: all.id, cidr: all.cidrBlock };
}
