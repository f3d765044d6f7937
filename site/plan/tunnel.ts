import type { Site } from '../site.ts';
import { addressAt } from './networks.ts';

/** The tunnel as `platform.ts` states it. */
export type Tunnel = NonNullable<Site['home']>['tunnel'];

/** The two ends of the tunnel: stated, or the first two addresses of its network. */
export function tunnelAddresses({ network, gateway, home }: Pick<Tunnel, 'network' | 'gateway' | 'home'>) {
  const first = gateway ?? addressAt(network, 1);
  return { gateway: first, home: home ?? addressAt(network, first === addressAt(network, 2) ? 3 : 2) };
}
