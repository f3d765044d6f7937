import * as oci from '@pulumi/oci';
import type * as pulumi from '@pulumi/pulumi';
import type { Account } from '../plan/cloud-plan.ts';
import { GATEWAY_UBUNTU } from '../plan/images.ts';
import type { AvailabilityDomain, NamedImage, RegionFacts } from '../plan/region.ts';

/** Shape of the gateway: free, and outside the ARM allowance. */
export const GATEWAY_SHAPE = 'VM.Standard.E2.1.Micro';

/** Looks up what the region offers to the account. */
export async function readRegion(
  { tenancy, compartment = tenancy }: Account,
  options: pulumi.InvokeOptions,
): Promise<RegionFacts> {
  const [home, availabilityDomains, clusters, pools, gatewayImages, services] = await Promise.all([
    oci.identity.getRegionSubscriptions({ tenancyId: tenancy }, options),
    readAvailabilityDomains(tenancy, options),
    oci.containerengine.getClusterOption({ clusterOptionId: 'all', compartmentId: compartment }, options),
    oci.containerengine.getNodePoolOption({ nodePoolOptionId: 'all', compartmentId: compartment }, options),
    readGatewayImages(compartment, options),
    readServices(options),
  ]);
  return {
    homeRegion: home.regionSubscriptions.find(({ isHomeRegion }) => isHomeRegion)?.regionName,
    availabilityDomains,
    kubernetesVersions: clusters.kubernetesVersions,
    nodeImages: pools.sources.map(({ imageId, sourceName }) => ({ id: imageId, name: sourceName })),
    gatewayImages,
    services,
  };
}

async function readAvailabilityDomains(tenancy: string, options: pulumi.InvokeOptions): Promise<AvailabilityDomain[]> {
  const { availabilityDomains } = await oci.identity.getAvailabilityDomains({ compartmentId: tenancy }, options);
  return Promise.all(
    availabilityDomains.map(async ({ name }) => {
      const [faults, limits] = await Promise.all([
        oci.identity.getFaultDomains({ availabilityDomain: name, compartmentId: tenancy }, options),
        oci.limits.getLimitValues(
          {
            compartmentId: tenancy,
            serviceName: 'compute',
            scopeType: 'AD',
            availabilityDomain: name,
            name: 'standard-e2-micro-core-count',
          },
          options,
        ),
      ]);
      const faultDomains = faults.faultDomains.map((domain) => domain.name);
      return { name, faultDomains, microInstances: Number(limits.limitValues[0]?.value ?? 0) };
    }),
  );
}

async function readGatewayImages(compartment: string, options: pulumi.InvokeOptions): Promise<NamedImage[]> {
  const { images } = await oci.core.getImages(
    {
      compartmentId: compartment,
      operatingSystem: 'Canonical Ubuntu',
      operatingSystemVersion: GATEWAY_UBUNTU,
      shape: GATEWAY_SHAPE,
    },
    options,
  );
  return images.map(({ id, displayName }) => ({ id, name: displayName }));
}

/** The services of Oracle's network in the region; every region has this one entry for all of them. */
async function readServices(options: pulumi.InvokeOptions): Promise<RegionFacts['services']> {
  const { services } = await oci.core.getServices({}, options);
  const all = services.find(({ cidrBlock }) => /^all-.*-services-in-oracle-services-network$/.test(cidrBlock));
  if (!all) throw new Error('the region names no entry for all services of the Oracle Services Network');
  return { id: all.id, cidr: all.cidrBlock };
}
