import { ini } from './ini.ts';
import { KEEPALIVE_SECONDS, type Peer } from './peer.ts';

/** Where the private key comes from: a file on the machine, which keeps it out of the configuration, or the key itself. */
export type KeySource = { readonly file: string } | { readonly key: string };

/** A configuration for `wg-quick` on Linux; with the key itself also for the WireGuard applications of phones. */
export function wgQuick(peer: Peer, source: KeySource): string {
  const key: Record<string, string> =
    'key' in source ? { PrivateKey: source.key } : { PostUp: `wg set %i private-key ${source.file}` };
  return ini(
    { section: 'Interface', values: { Address: `${peer.address}/32`, MTU: `${peer.mtu}`, ...key } },
    {
      section: 'Peer',
      comment: 'the gateway in the cloud',
      values: {
        PublicKey: peer.gateway.publicKey,
        Endpoint: `${peer.gateway.address}:${peer.gateway.port}`,
        AllowedIPs: peer.gateway.networks.join(', '),
        PersistentKeepalive: `${KEEPALIVE_SECONDS}`,
      },
    },
  );
}
