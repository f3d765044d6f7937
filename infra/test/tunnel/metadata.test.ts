import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METADATA_ADDRESS, metadataGuard } from '../../machine/node/metadata.ts';
import { Machine } from './machine.ts';
import { call, serve } from './talk.ts';

const root = process.getuid?.() === 0;
if (!root) console.log('skipped: the guard of the metadata is tried in network namespaces, and they need root');

/** Where the cloud offers disks to a machine. */
const DISKS = '169.254.0.2';

/** An address of the internet, which pods do reach. */
const ELSEWHERE = '203.0.113.1';

/** What the unit of the guard runs, at the start of the node and each minute. */
function guardCommand(): string {
  const unit = metadataGuard.find(({ path }) => path.endsWith('.service'))?.content ?? '';
  return /^ExecStart=(.+)$/m.exec(unit)?.[1] ?? 'false';
}

/** Answers each datagram with the word `name`. */
const RESOLVER = `
  const socket = require('node:dgram').createSocket('udp4');
  socket.on('message', (_, from) => socket.send('name', from.port, from.address));
  socket.bind(53, '${METADATA_ADDRESS}', () => console.log('ready'));
`;

function askedByDatagram(machine: Machine, address: string, port: number): string {
  return machine
    .node(`
      const socket = require('node:dgram').createSocket('udp4');
      const end = (word) => { console.log(word); socket.close(); };
      const silence = setTimeout(() => end('silence'), 2000);
      socket.on('message', (text) => { clearTimeout(silence); end(text.toString()); });
      socket.send('who', ${port}, '${address}');
    `)
    .trim();
}

describe.skipIf(!root)('the metadata of the cloud, seen from a node and from a pod behind it', () => {
  const [pod, node, cloud] = ['pod', 'node', 'cloud'].map((name) => new Machine(`metadata-${name}`)) as [
    Machine,
    Machine,
    Machine,
  ];
  const ask = (machine: Machine, address: string, port: number) => call(machine, address, port, { patience: 1500 });

  beforeAll(async () => {
    await Promise.all([pod, node, cloud].map((machine) => machine.start()));
    pod.cable(['eth0', '10.244.0.5/24'], node, ['cni0', '10.244.0.1/24']);
    node.cable(['ens3', '10.0.1.20/24'], cloud, ['nodes', '10.0.1.1/24']);
    pod.run('ip route add default via 10.244.0.1');
    node.run(`ip route add default via 10.0.1.1
      ip route add 169.254.0.0/16 dev ens3
      sysctl -qw net.ipv4.ip_forward=1
      iptables -t nat -A POSTROUTING -s 10.244.0.0/24 -o ens3 -j MASQUERADE`);
    for (const address of [METADATA_ADDRESS, DISKS, ELSEWHERE]) cloud.run(`ip address add ${address}/32 dev nodes`);
    await Promise.all([80, 53, 3260].map((port) => serve(cloud, port)));
    await cloud.serve(RESOLVER);
    for (const { path, content, mode } of metadataGuard) node.write(path, content, mode);
  });

  afterAll(() => {
    for (const machine of [pod, node, cloud]) machine.stop();
  });

  test('a pod is answered as the node where there is no guard, or else the tests below prove nothing', () => {
    expect(ask(pod, METADATA_ADDRESS, 80)?.seenAs).toBe('10.0.1.20');
    expect(ask(pod, DISKS, 3260)?.seenAs).toBe('10.0.1.20');
  });

  test('the guard keeps a pod from the metadata and from the disks of the node', () => {
    node.run(guardCommand());
    expect(ask(pod, METADATA_ADDRESS, 80)).toBeUndefined();
    expect(ask(pod, DISKS, 3260)).toBeUndefined();
    expect(askedByDatagram(pod, METADATA_ADDRESS, 123)).toBe('silence');
  });

  test('a pod is still answered by the resolver at the same address, and by everybody else', () => {
    expect(ask(pod, METADATA_ADDRESS, 53)?.seenAs).toBe('10.0.1.20');
    expect(askedByDatagram(pod, METADATA_ADDRESS, 53)).toBe('name');
    expect(ask(pod, ELSEWHERE, 80)?.seenAs).toBe('10.0.1.20');
  });

  test('the node itself is answered, and so is a pod on its network', () => {
    expect(ask(node, METADATA_ADDRESS, 80)).toBeDefined();
    expect(ask(node, DISKS, 3260)).toBeDefined();
  });

  test('what others flush or accept in their own tables changes nothing', () => {
    node.run(`iptables -F FORWARD; iptables -P FORWARD ACCEPT
      iptables -I FORWARD 1 -s 10.244.0.0/16 -j ACCEPT
      nft add table inet firewalld; nft delete table inet firewalld`);
    expect(ask(pod, METADATA_ADDRESS, 80)).toBeUndefined();
    expect(ask(pod, ELSEWHERE, 80)?.seenAs).toBe('10.0.1.20');
  });

  test('a second run changes nothing, and one after somebody flushed everything closes the way again', () => {
    const listed = () => node.run('nft --stateless list table inet armstead-metadata');
    const before = listed();
    node.run(guardCommand());
    expect(listed()).toBe(before);
    node.run('nft flush ruleset; iptables -t nat -A POSTROUTING -s 10.244.0.0/24 -o ens3 -j MASQUERADE');
    expect(ask(pod, METADATA_ADDRESS, 80)).toBeDefined();
    node.run(guardCommand());
    expect(ask(pod, METADATA_ADDRESS, 80)).toBeUndefined();
  });
});
