import { ini } from './ini.ts';
import { KEEPALIVE_SECONDS, type Peer } from './peer.ts';

/**
 * Where the private key comes from: a file on the machine, which keeps it out of the configuration, or the key itself.
 * Without a name the file is where each kind of machine has it, if it has one.
 */
export type KeySource = { readonly file: string | undefined } | { readonly key: string };

/** Where a Linux machine keeps the key, as docs/infrastructure.md puts it there. */
const KEY_FILE = '/etc/wireguard/armstead.key';

/** A configuration for `wg-quick` on Linux; with the key itself also for the WireGuard applications of phones. */
export function wgQuick(peer: Peer, source: KeySource): string {
  const key: Record<string, string> =
    'key' in source ? { PrivateKey: source.key } : { PostUp: `wg set %i private-key ${source.file ?? KEY_FILE}` };
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
