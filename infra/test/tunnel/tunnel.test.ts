import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKeyPair } from '../../home/keys.ts';
import { peers } from '../../home/peer.ts';
import { wgQuick } from '../../home/wg-quick.ts';
import { siteWithHome } from '../sites.ts';
import { call, callPatiently, serve } from './talk.ts';
import { bootGateway, GATEWAY_PUBLIC, rebootGateway, World } from './world.ts';

const root = process.getuid?.() === 0;
if (!root) console.log('skipped: the tunnel is tried in network namespaces, and they need root');

describe.skipIf(!root)('the tunnel, from home behind two NATs to the cloud', () => {
  const world = new World();
  const keys = newKeyPair();
  const site = siteWithHome({ publicKey: keys.publicKey, nat: 'gateway-instance' });
  let gatewayKey = '';

  beforeAll(async () => {
    await world.start();
    bootGateway(world.gateway, site);
    gatewayKey = world.gateway.run('cat /dev/console').trim().replace('armstead-gateway-public-key ', '');
    const [peer] = peers(site, { address: GATEWAY_PUBLIC, publicKey: gatewayKey });
    if (!peer) throw new Error('the site has no peer');
    world.home.write('/etc/wireguard/home.key', keys.privateKey, '0600');
    world.home.write('/etc/wireguard/armstead.conf', wgQuick(peer, { file: '/etc/wireguard/home.key' }), '0600');
    world.home.run('wg-quick up armstead');
    await Promise.all([
      serve(world.nas, 9100, 1_000_000),
      serve(world.node, 30080, 1_000_000),
      serve(world.endpoint, 6443),
      serve(world.gateway, 22),
      serve(world.gateway, 8080),
      serve(world.gateway, 9100),
      serve(world.internet, 443),
    ]);
  });

  afterAll(() => world.stop());

  test('the gateway tells its public key on the console', () => {
    expect(gatewayKey).toBe(world.gateway.run('wg show wg0 public-key').trim());
  });

  test('home reaches the node under its true address, and large packets pass though nobody is told which are too large', () => {
    expect(call(world.nas, '10.0.1.20', 30080)).toEqual({ seenAs: '192.168.4.10', bytes: 1_000_000 });
  });

  test('home reaches the endpoint of the Kubernetes API', () => {
    expect(call(world.home, '10.0.2.5', 6443)?.seenAs).toBe('192.168.16.2');
  });

  test('the node reaches a server at home under its true address, large packets too', () => {
    expect(call(world.node, '192.168.4.10', 9100)).toEqual({ seenAs: '10.0.1.20', bytes: 1_000_000 });
  });

  test('the node reaches the internet through the gateway under its public address', () => {
    expect(call(world.node, '203.0.113.1', 443)?.seenAs).toBe(GATEWAY_PUBLIC);
  });

  test('the endpoint cannot open connections to home', () => {
    expect(call(world.endpoint, '192.168.4.10', 9100)).toBeUndefined();
  });

  test('the node reads the metrics of the gateway, and home does not', () => {
    expect(call(world.node, '10.0.0.10', 9100)?.seenAs).toBe('10.0.1.20');
    expect(call(world.home, '10.0.0.10', 9100)).toBeUndefined();
  });

  test.each([22, 80, 8080, 9100, 51820])('port %i of the gateway is closed to the internet', (port) => {
    expect(call(world.internet, GATEWAY_PUBLIC, port, { patience: 1500 })).toBeUndefined();
  });

  test('home reaches SSH on the gateway, and nothing else there', () => {
    expect(call(world.home, '10.0.0.10', 22)?.seenAs).toBe('192.168.16.2');
    expect(call(world.home, '10.0.0.10', 8080)).toBeUndefined();
  });

  test('a packet from the internet that claims to come from home is dropped', () => {
    world.internet.run('ip address add 192.168.4.99/32 dev lo');
    expect(call(world.internet, GATEWAY_PUBLIC, 22, { from: '192.168.4.99', patience: 1500 })).toBeUndefined();
    const drops = world.gateway.run('iptables -nvxL ARMSTEAD-INPUT | grep DROP | grep 192.168.4.0/22');
    expect(Number(drops.trim().split(/\s+/)[0])).toBeGreaterThan(0);
  });

  test('a source that the site does not know does not come through the tunnel', () => {
    world.home.run('ip address add 172.31.9.9/32 dev lo');
    expect(call(world.home, '10.0.1.20', 30080, { from: '172.31.9.9', patience: 1500 })).toBeUndefined();
  });

  test("the image's own chains are as they were", () => {
    const rules = world.gateway.run('cat /etc/iptables/rules.v4');
    expect(rules.match(/^-A InstanceServices .*$/gm)).toHaveLength(5);
    expect(rules.match(/^-A (INPUT|FORWARD) -j REJECT .*$/gm)).toHaveLength(2);
    expect(rules.match(/^-A (INPUT|FORWARD) -j ARMSTEAD-.*$/gm)?.sort()).toEqual([
      '-A FORWARD -j ARMSTEAD-FORWARD',
      '-A FORWARD -j ARMSTEAD-MSS',
      '-A INPUT -j ARMSTEAD-INPUT',
    ]);
  });

  test('a second run of the configure script changes neither rules nor key', () => {
    const state = () => world.gateway.run('iptables-save | grep -v "^[#:]"; cat /etc/wireguard/private.key');
    const before = state();
    world.gateway.run('/usr/local/sbin/armstead-configure');
    expect(state()).toBe(before);
  });

  test('the tunnel returns after the gateway starts again', () => {
    rebootGateway(world.gateway);
    expect(callPatiently(world.nas, '10.0.1.20', 30080)?.bytes).toBe(1_000_000);
    expect(call(world.node, '192.168.4.10', 9100)?.bytes).toBe(1_000_000);
  });

  test('the tunnel returns after the address of home changes', () => {
    world.provider.run(`ip address delete 198.51.100.2/24 dev wan
      ip address add 198.51.100.3/24 dev wan
      ip route replace default via 198.51.100.1`);
    expect(callPatiently(world.nas, '10.0.1.20', 30080)?.bytes).toBe(1_000_000);
    expect(call(world.node, '192.168.4.10', 9100)?.bytes).toBe(1_000_000);
    expect(world.gateway.run('wg show wg0 endpoints')).toContain('198.51.100.3:');
  });
});
