import type { Problem } from '../problem.ts';
import type { Site } from '../site.ts';

/** Nodes reach the internet through the gateway's machine only where there is one. */
export function natNeedsTheGateway(site: Partial<Site>): Problem[] {
  if (site.cloud?.nat !== 'gateway-instance' || site.home || !('home' in site)) return [];
  return [
    {
      path: ['cloud', 'nat'],
      found: site.cloud.nat,
      rule: 'needs the machine that ends the tunnel, and the site has no home',
      fix: 'write home: { networks, tunnel }, or nat: gateway',
    },
  ];
}
