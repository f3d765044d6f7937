import { renderUnicodeCompact } from 'uqr';
import { KEEPALIVE_SECONDS, NAME, type Peer } from './peer.ts';
import { type KeySource, wgQuick } from './wg-quick.ts';

/** A way to say the same tunnel to another kind of machine. */
export type Format = (peer: Peer, key: KeySource) => string;

/** Commands for the terminal of a MikroTik router (RouterOS 7). */
const routerOs: Format = ({ gateway, ...peer }, key) => {
  const routes = gateway.networks.map((network) => `/ip/route/add dst-address=${network} gateway=${NAME}`);
  return lines(
    `/interface/wireguard/add name=${NAME} mtu=${peer.mtu} private-key="${keyText(key)}"`,
    `/interface/wireguard/peers/add interface=${NAME} public-key="${gateway.publicKey}" ` +
      `endpoint-address=${gateway.address} endpoint-port=${gateway.port} ` +
      `allowed-address=${gateway.networks.join(',')} persistent-keepalive=${KEEPALIVE_SECONDS}s`,
    `/ip/address/add address=${peer.address}/32 interface=${NAME}`,
    ...routes,
  );
};

/** Commands for an OpenWrt router; the tunnel joins the firewall zone of the home network. */
const openWrt: Format = ({ gateway, ...peer }, key) => {
  const other = `network.@wireguard_${NAME}[-1]`;
  return lines(
    `uci set network.${NAME}=interface`,
    `uci set network.${NAME}.proto='wireguard'`,
    `uci set network.${NAME}.private_key='${keyText(key)}'`,
    `uci add_list network.${NAME}.addresses='${peer.address}/32'`,
    `uci set network.${NAME}.mtu='${peer.mtu}'`,
    `uci add network wireguard_${NAME}`,
    `uci set ${other}.public_key='${gateway.publicKey}'`,
    `uci set ${other}.endpoint_host='${gateway.address}'`,
    `uci set ${other}.endpoint_port='${gateway.port}'`,
    `uci set ${other}.persistent_keepalive='${KEEPALIVE_SECONDS}'`,
    `uci set ${other}.route_allowed_ips='1'`,
    ...gateway.networks.map((network) => `uci add_list ${other}.allowed_ips='${network}'`),
    // The first zone of a fresh OpenWrt is the home network.
    `uci add_list firewall.@zone[0].network='${NAME}'`,
    'uci commit network',
    'uci commit firewall',
    'service network reload',
    'service firewall reload',
  );
};

/** The fields of a form, for UniFi and every other router that is set up by clicking. */
const fields: Format = ({ gateway, ...peer }, key) => {
  const values = {
    'Private key': keyText(key),
    'Tunnel address': `${peer.address}/32`,
    MTU: `${peer.mtu}`,
    'Peer public key': gateway.publicKey,
    'Peer address': gateway.address,
    'Peer port': `${gateway.port}`,
    'Allowed networks': gateway.networks.join(', '),
    'Keepalive (seconds)': `${KEEPALIVE_SECONDS}`,
    'Address translation': 'off: the cloud knows the route back',
  };
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  return lines(...Object.entries(values).map(([name, value]) => `${name.padEnd(width)}  ${value}`));
};

/** A picture in the terminal that the WireGuard application of a phone reads; it holds the private key. */
const qr: Format = (peer, key) => {
  if (!('key' in key)) throw new Error('a QR code holds the private key: say --key FILE --show-key');
  return `${renderUnicodeCompact(wgQuick(peer, key))}\n`;
};

/** Every format by the name that the command takes. */
export const formats = { 'wg-quick': wgQuick, routeros: routerOs, openwrt: openWrt, fields, qr } as const;

/** The key, or what to put in its place: a router has no file that would hold it. */
function keyText(key: KeySource): string {
  return 'key' in key ? key.key : `<the content of ${key.file ?? 'the file that --new-key made'}>`;
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
