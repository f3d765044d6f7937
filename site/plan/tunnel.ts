import type { Site } from '../site.ts';
import { addressAt } from './networks.ts';

/** The tunnel as `platform.ts` states it. */
export type Tunnel = NonNullable<Site['home']>['tunnel'];

/** The two ends of the tunnel: stated, or the first address of its network that the other end does not have. */
export function tunnelAddresses({ network, gateway, home }: Pick<Tunnel, 'network' | 'gateway' | 'home'>) {
  const first = gateway ?? firstBut(network, home);
  return { gateway: first, home: home ?? firstBut(network, first) };
}

function firstBut(network: string, taken: string | undefined): string {
  const first = addressAt(network, 1);
  return first === taken ? addressAt(network, 2) : first;
}

/**
 * Largest packet inside the tunnel, in bytes.
 *
 * WireGuard adds 80 at most; a DSL line (PPPoE) carries 1492. So nothing is ever cut on its way home.
 */
export const TUNNEL_MTU = 1492 - 80;

/** Largest TCP segment inside the tunnel: the packet without 20 bytes of IPv4 and 20 bytes of TCP. */
export const TUNNEL_SEGMENT = TUNNEL_MTU - 40;
