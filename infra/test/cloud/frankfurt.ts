import type { Answers } from './mocks.ts';

/** A region as OCI answers, with one or three availability domains; only the last one has the small machines. */
function region(name: string, domains: readonly string[]): Answers {
  return {
    'oci:Identity/getRegionSubscriptions:getRegionSubscriptions': () => ({
      regionSubscriptions: [
        { regionName: 'us-ashburn-1', isHomeRegion: false },
        { regionName: name, isHomeRegion: true },
      ],
    }),
    'oci:Identity/getAvailabilityDomains:getAvailabilityDomains': () => ({
      availabilityDomains: domains.map((name) => ({ id: `${name}-id`, name })),
    }),
    'oci:Identity/getFaultDomains:getFaultDomains': ({ availabilityDomain }) => ({
      availabilityDomain,
      faultDomains: ['FAULT-DOMAIN-1', 'FAULT-DOMAIN-2', 'FAULT-DOMAIN-3'].map((name) => ({ name })),
    }),
    'oci:Limits/getLimitValues:getLimitValues': ({ availabilityDomain, name }) => {
      if (name !== 'standard-e2-micro-core-count') throw new Error(`nobody expected the limit ${name}`);
      return { limitValues: [{ name, availabilityDomain, value: availabilityDomain === domains.at(-1) ? '2' : '0' }] };
    },
    'oci:ContainerEngine/getClusterOption:getClusterOption': () => ({
      kubernetesVersions: ['v1.34.10', 'v1.35.2', 'v1.36.1'],
    }),
    'oci:ContainerEngine/getNodePoolOption:getNodePoolOption': () => ({
      sources: [
        'Oracle-Linux-8.10-2026.08.31-0-OKE-1.36.1-1402',
        'Oracle-Linux-8.10-aarch64-2026.07.31-0-OKE-1.36.1-1390',
        'Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-1.36.1-1402',
        'Oracle-Linux-8.10-aarch64-2026.08.31-0-OKE-1.35.2-1402',
      ].map((sourceName) => ({ sourceName, imageId: `image-of-${sourceName}`, sourceType: 'IMAGE' })),
    }),
    'oci:Core/getImages:getImages': () => ({
      images: ['2026.07.31-0', '2026.08.31-0']
        .flatMap((date) => [`Canonical-Ubuntu-24.04-${date}`, `Canonical-Ubuntu-24.04-Minimal-${date}`])
        .map((displayName) => ({ displayName, id: `image-of-${displayName}` })),
    }),
    'oci:Core/getServices:getServices': () => ({
      services: [
        { id: 'storage-id', cidrBlock: 'oci-fra-objectstorage' },
        { id: 'all-services-id', cidrBlock: 'all-fra-services-in-oracle-services-network' },
      ],
    }),
    'oci:Core/getVnicAttachments:getVnicAttachments': ({ instanceId }) => ({
      vnicAttachments: [{ vnicId: `vnic-of-${instanceId}` }],
    }),
    'oci:Core/getPrivateIps:getPrivateIps': ({ vnicId }) => ({ privateIps: [{ id: `address-of-${vnicId}` }] }),
  };
}

/** Frankfurt has three availability domains. */
export const FRANKFURT = region('eu-frankfurt-1', [
  'Uocm:EU-FRANKFURT-1-AD-1',
  'Uocm:EU-FRANKFURT-1-AD-2',
  'Uocm:EU-FRANKFURT-1-AD-3',
]);

/** Most regions have one. */
export const ONE_DOMAIN = region('eu-zurich-1', ['Uocm:EU-ZURICH-1-AD-1']);
