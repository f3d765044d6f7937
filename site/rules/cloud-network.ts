import { contains, overlaps, prefixOf } from '../plan/networks.ts';
import { NETWORK_PREFIXES } from '../plan/subnets.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** Metadata, time, name service and the disks of every machine in OCI live here. */
const LINK_LOCAL = '169.254.0.0/16';

/** The cloud network has a size that OCI builds and that holds all subnets. */
export function cloudNetworkHoldsItsSubnets({ cloud }: Partial<Site>): Problem[] {
  if (!cloud) return [];
  const { largest, smallest } = NETWORK_PREFIXES;
  const prefix = prefixOf(cloud.network);
  if (prefix >= largest && prefix <= smallest) return [];
  return [
    {
      path: ['cloud', 'network'],
      found: cloud.network,
      rule: prefix < largest ? `is larger than the /${largest} that OCI builds` : 'is too small for its three subnets',
      fix: `write a network from /${largest} to /${smallest}, such as 10.0.0.0/16`,
    },
  ];
}

/** No network of the site covers the addresses at which the cloud serves its own machines. */
export function networksLeaveLinkLocal({ cloud, home }: Partial<Site>): Problem[] {
  const own = cloud ? (['network', 'pods', 'services'] as const).map((key) => at(['cloud', key], cloud[key])) : [];
  const homes = home ? home.networks.map((network, index) => at(['home', 'networks', index], network)) : [];
  const tunnel = home ? [at(['home', 'tunnel', 'network'], home.tunnel.network)] : [];
  return [...own, ...homes, ...tunnel]
    .filter(({ found }) => overlaps(found, LINK_LOCAL))
    .map((network) => ({
      ...network,
      rule: `${contains(LINK_LOCAL, network.found) ? 'lies in' : 'covers'} ${LINK_LOCAL}, where the cloud serves its machines`,
      fix: 'write a private network, such as 10.0.0.0/16 or 192.168.4.0/22',
    }));
}

function at(path: Problem['path'], found: string) {
  return { path, found };
}
