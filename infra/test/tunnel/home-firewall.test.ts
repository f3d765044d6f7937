import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasHome, type PlanWithHome } from '../../../site/plan/index.ts';
import { homeFirewall } from '../../home/firewall.ts';
import { example, sound } from '../sites.ts';
import { Machine } from './machine.ts';
import { call, serve } from './talk.ts';

const root = process.getuid?.() === 0;
if (!root) console.log('skipped: the firewall of home is tried in network namespaces, and they need root');

function aSite(): PlanWithHome {
  const services = { photos: { address: '192.168.4.20:2283', exposure: 'home' } } as const;
  const targets = { router: '192.168.16.2:9100' };
  const site = sound({ ...example, home: { ...example.home, services, targets } });
  if (!hasHome(site)) throw new Error('the site of the test has no home');
  return site;
}

describe.skipIf(!root)('the firewall of the machine at home that holds the tunnel', () => {
  const [home, device, cloud] = ['home', 'device', 'cloud'].map((name) => new Machine(`firewall-${name}`)) as [
    Machine,
    Machine,
    Machine,
  ];
  const ask = (from: Machine, address: string, port: number, as?: string) =>
    call(from, address, port, { patience: 1500, ...(as && { from: as }) });

  /** A node of the cloud, and a phone that comes through the tunnel too. */
  const [NODE, PHONE] = ['10.0.1.20', '192.168.16.10'];

  beforeAll(async () => {
    await Promise.all([home, device, cloud].map((machine) => machine.start()));
    device.cable(['eth0', '192.168.4.20/22'], home, ['lan', '192.168.4.2/22']);
    cloud.cable(['wg0', '192.168.16.1/24'], home, ['armstead', '192.168.16.2/24']);
    device.run('ip route add default via 192.168.4.2');
    for (const address of [NODE, PHONE]) cloud.run(`ip address add ${address}/32 dev wg0`);
    cloud.run('ip route add 192.168.4.0/22 via 192.168.16.2');
    home.run('sysctl -qw net.ipv4.ip_forward=1; ip route add 10.0.0.0/16 via 192.168.16.1');
    await Promise.all([2283, 22].map((port) => serve(device, port)));
    await Promise.all([9100, 22].map((port) => serve(home, port)));
    await serve(cloud, 30443);
  });

  afterAll(() => {
    for (const machine of [home, device, cloud]) machine.stop();
  });

  test('is needed: without it a pod reaches every device and the machine itself', () => {
    expect(ask(cloud, '192.168.4.20', 22, NODE)?.seenAs).toBe(NODE);
    expect(ask(cloud, '192.168.16.2', 22, NODE)?.seenAs).toBe(NODE);
  });

  test('lets the cloud reach what is published and watched, and nothing else at home', () => {
    home.write('/etc/armstead-home.nft', homeFirewall(aSite()));
    home.run('nft -f /etc/armstead-home.nft; nft -f /etc/armstead-home.nft');
    expect(ask(cloud, '192.168.4.20', 2283, NODE)?.seenAs).toBe(NODE);
    expect(ask(cloud, '192.168.16.2', 9100, NODE)?.seenAs).toBe(NODE);
    expect(ask(cloud, '192.168.4.20', 22, NODE)).toBeUndefined();
    expect(ask(cloud, '192.168.16.2', 22, NODE)).toBeUndefined();
  });

  test('keeps neither home from the cloud nor phones from home', () => {
    expect(ask(device, NODE, 30443)?.seenAs).toBe('192.168.4.20');
    expect(ask(home, NODE, 30443)?.seenAs).toBe('192.168.16.2');
    expect(ask(cloud, '192.168.4.20', 22, PHONE)?.seenAs).toBe(PHONE);
  });
});
