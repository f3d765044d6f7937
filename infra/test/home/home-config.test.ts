import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { placeholders, type SiteOutputs } from '../../../site/outputs.ts';
import { hasHome } from '../../../site/plan/index.ts';
import { type HomeConfigOptions, homeConfig } from '../../home/home-config.ts';
import { makeKeyFile, readKeyFile } from '../../home/key-file.ts';
import { newKeyPair, publicKeyOf } from '../../home/keys.ts';
import { example, siteWithHome, sound } from '../sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-home-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GATEWAY_KEY = 'TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=';
const outputs: SiteOutputs = {
  ...placeholders,
  gateway: {
    instance: 'ocid1.instance.oc1.eu-frankfurt-1.aaaagateway',
    publicAddress: '203.0.113.20',
    privateAddress: '10.0.0.10',
    publicKey: GATEWAY_KEY,
  },
};

const printed = (options: HomeConfigOptions) => homeConfig(siteWithHome(), outputs, options);

const WG_QUICK = `[Interface]
Address = 192.168.16.2/32
MTU = 1412
PostUp = wg set %i private-key /etc/wireguard/armstead.key

# the gateway in the cloud
[Peer]
PublicKey = ${GATEWAY_KEY}
Endpoint = 203.0.113.20:51820
AllowedIPs = 10.0.0.0/16, 192.168.16.0/24
PersistentKeepalive = 25
`;

describe('home-config', () => {
  test('prints a configuration that wg-quick takes', () => {
    expect(printed({ as: 'wg-quick' })).toBe(WG_QUICK);
    const file = join(folder, 'armstead.conf');
    writeFileSync(file, WG_QUICK, { mode: 0o600 });
    expect(execFileSync('wg-quick', ['strip', file], { encoding: 'utf8' })).toContain('PersistentKeepalive = 25');
  });

  test('prints the commands of a MikroTik router', () => {
    expect(printed({ as: 'routeros' })).toBe(
      `/interface/wireguard/add name=armstead mtu=1412 private-key="<the content of the file that --new-key made>"
/interface/wireguard/peers/add interface=armstead public-key="${GATEWAY_KEY}" endpoint-address=203.0.113.20 endpoint-port=51820 allowed-address=10.0.0.0/16,192.168.16.0/24 persistent-keepalive=25s
/ip/address/add address=192.168.16.2/32 interface=armstead
/ip/route/add dst-address=10.0.0.0/16 gateway=armstead
/ip/route/add dst-address=192.168.16.0/24 gateway=armstead
`,
    );
  });

  test('prints the commands of an OpenWrt router', () => {
    const text = printed({ as: 'openwrt' });
    expect(text).toContain(`uci set network.armstead.private_key='<the content of the file that --new-key made>'`);
    expect(text).toContain("uci add_list network.@wireguard_armstead[-1].allowed_ips='10.0.0.0/16'\n");
    expect(text).toContain("uci add_list network.@wireguard_armstead[-1].allowed_ips='192.168.16.0/24'\n");
    expect(() => execFileSync('sh', ['-n'], { input: text })).not.toThrow('syntax error');
  });

  test('prints the fields of a form', () => {
    expect(printed({ as: 'fields' })).toBe(`Private key          <the content of the file that --new-key made>
Tunnel address       192.168.16.2/32
MTU                  1412
Peer public key      ${GATEWAY_KEY}
Peer address         203.0.113.20
Peer port            51820
Allowed networks     10.0.0.0/16, 192.168.16.0/24
Keepalive (seconds)  25
Address translation  off: the cloud knows the route back
`);
  });

  test.each(['routeros', 'openwrt', 'fields'])('names for %s the file of this machine, which no router has', (as) => {
    expect(printed({ as })).not.toContain('/etc/wireguard');
    expect(printed({ as, key: '/media/keys/home.key' })).toContain('<the content of /media/keys/home.key>');
  });

  test('prints all of them under headings, and no private key', () => {
    expect(homeConfig(siteWithHome(), outputs).match(/^== .*$/gm)).toEqual([
      '== wg-quick',
      '== routeros',
      '== openwrt',
      '== fields',
    ]);
  });

  test('prints a picture for a phone only with its key', () => {
    const { privateKey, publicKey } = newKeyPair();
    const devices = { phone: { publicKey, address: '192.168.16.10' } };
    const site = sound({ ...example, home: { ...example.home, tunnel: { ...example.home.tunnel, devices } } });
    if (!hasHome(site)) throw new Error('the site of the test has no home');
    const key = join(folder, 'phone.key');
    writeFileSync(key, privateKey);
    const phone = { peer: 'phone', key, showKey: true };
    expect(homeConfig(site, outputs, { ...phone, as: 'qr' })).toMatch(/^[█▀▄ \n]{800,}$/);
    expect(homeConfig(site, outputs, { ...phone, as: 'wg-quick' })).toContain(
      `PrivateKey = ${privateKey}\n\n# the gateway in the cloud\n[Peer]\nPublicKey = ${GATEWAY_KEY}\nEndpoint = 203.0.113.20:51820\nAllowedIPs = 10.0.0.0/16, 192.168.16.0/24, 192.168.4.0/22\n`,
    );
    expect(() => homeConfig(site, outputs, { peer: 'phone', as: 'qr' })).toThrow(
      'a QR code holds the private key: say --key FILE --show-key',
    );
  });

  test.each<[HomeConfigOptions, SiteOutputs, string]>([
    [
      { as: 'fritz' },
      outputs,
      'there is no format fritz: write one of wg-quick, routeros, openwrt, fields, qr, firewall',
    ],
    [{ peer: 'fridge' }, outputs, 'the site has no peer fridge: write one of home'],
    [{ showKey: true }, outputs, '--show-key needs --key FILE, the file that --new-key made'],
    [
      { showKey: true, key: '/nowhere/home.key' },
      outputs,
      'there is no file /nowhere/home.key; write --key FILE, the file that --new-key made',
    ],
    [{}, placeholders, 'site.outputs.json names no gateway: run pulumi up and npm run hand-over'],
  ])('with %j fails with one sentence', (options, handed, message) => {
    expect(() => homeConfig(siteWithHome(), handed, options)).toThrow(message);
  });
});

describe('keys', () => {
  test('are what wg makes of them', () => {
    const { privateKey, publicKey } = newKeyPair();
    expect(execFileSync('wg', ['pubkey'], { input: privateKey, encoding: 'utf8' }).trim()).toBe(publicKey);
    const other = execFileSync('wg', ['genkey'], { encoding: 'utf8' });
    expect(publicKeyOf(other)).toBe(execFileSync('wg', ['pubkey'], { input: other, encoding: 'utf8' }).trim());
  });

  test('are kept in a file that only its owner reads, and never in a repository', () => {
    const file = join(folder, 'home.key');
    const publicKey = makeKeyFile(file);
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(publicKeyOf(readFileSync(file, 'utf8'))).toBe(publicKey);
    expect(() => makeKeyFile(file)).toThrow(`${file} exists; its key may be in use, so write another path`);
    mkdirSync(join(folder, 'repository', '.git'), { recursive: true });
    mkdirSync(join(folder, 'repository', 'keys'));
    expect(() => makeKeyFile(join(folder, 'repository', 'keys', 'home.key'))).toThrow(
      `lies in the git repository ${join(folder, 'repository')}; write a path outside of it`,
    );
  });

  test('that do not belong to the site are refused', () => {
    const file = join(folder, 'other.key');
    const publicKey = makeKeyFile(file);
    expect(() => readKeyFile(file, GATEWAY_KEY)).toThrow(
      `${file} belongs to the public key ${publicKey}, platform.ts states ${GATEWAY_KEY}`,
    );
    expect(() => publicKeyOf('short')).toThrow(
      'not a WireGuard private key: 32 bytes as base64, 43 characters and one =',
    );
  });
});
