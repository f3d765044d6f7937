import { type PlanWithHome, prefixOf, TUNNEL_MTU } from '../../../site/plan/index.ts';
import { ini } from '../../home/ini.ts';

/** Network device of the tunnel on the gateway. */
export const TUNNEL_DEVICE = 'wg0';

/**
 * The gateway's side of the tunnel, as wg-quick reads it.
 *
 * The private key is not in it: it is read from a file that is made on the machine. There is no SaveConfig, which would
 * let the machine overwrite this file.
 */
export function gatewayTunnel({ home }: PlanWithHome): string {
  const { tunnel } = home;
  return ini(
    {
      section: 'Interface',
      values: {
        Address: `${tunnel.gateway}/${prefixOf(tunnel.network)}`,
        ListenPort: `${tunnel.port}`,
        MTU: `${TUNNEL_MTU}`,
        PostUp: 'wg set %i private-key /etc/wireguard/private.key',
      },
    },
    {
      section: 'Peer',
      comment: 'home',
      values: { PublicKey: tunnel.publicKey, AllowedIPs: [`${tunnel.home}/32`, ...home.networks].join(', ') },
    },
    ...Object.entries(tunnel.devices).map(([name, device]) => ({
      section: 'Peer',
      comment: name,
      values: { PublicKey: device.publicKey, AllowedIPs: `${device.address}/32` },
    })),
  );
}
