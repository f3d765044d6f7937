import type { Site } from '../site.ts';

/** Networks on the far side of the gateway, whose addresses count as home: home itself and the tunnel; none without a home. */
export function homeNetworks(home: Site['home']): string[] {
  return home ? [...home.networks, home.tunnel.network] : [];
}
