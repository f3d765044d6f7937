import { overlaps } from '../plan/networks.ts';
import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

interface Named {
  readonly path: Problem['path'];
  readonly network: string;
}

/** No two networks of a site overlap: a packet for an address in both would have two ways. */
export function networksDoNotOverlap(site: Partial<Site>): Problem[] {
  const networks = namedNetworks(site);
  return networks.flatMap((one, index) =>
    networks
      .slice(0, index)
      .filter((other) => overlaps(one.network, other.network))
      .map((other) => overlap(one, other)),
  );
}

function overlap(one: Named, other: Named): Problem {
  return {
    path: one.path,
    found: one.network,
    rule: `overlaps ${other.path.join('.')} ${other.network}`,
    fix: 'write a network that no other one of the site contains or touches',
  };
}

function namedNetworks({ cloud, home }: Partial<Site>): Named[] {
  const named: Named[] = [];
  if (cloud) {
    named.push({ path: ['cloud', 'network'], network: cloud.network });
    named.push({ path: ['cloud', 'pods'], network: cloud.pods });
    named.push({ path: ['cloud', 'services'], network: cloud.services });
  }
  home?.networks.forEach((network, index) => {
    named.push({ path: ['home', 'networks', index], network });
  });
  if (home) named.push({ path: ['home', 'tunnel', 'network'], network: home.tunnel.network });
  return named;
}
