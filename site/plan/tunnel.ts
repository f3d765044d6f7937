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
