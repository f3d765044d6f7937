import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cloudConfigText, USER_DATA_LIMIT, userData } from '../../machine/cloud-config.ts';
import { gatewayCloudInit } from '../../machine/gateway/cloud-init.ts';
import { nodeCloudInit } from '../../machine/node/cloud-init.ts';
import { example, siteWithHome, sound } from '../sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-machine-'));
afterAll(() => rmSync(folder, { recursive: true }));

const machines = {
  gateway: gatewayCloudInit(siteWithHome()),
  'gateway as NAT instance': gatewayCloudInit(siteWithHome({ nat: 'gateway-instance' })),
  node: nodeCloudInit(sound(example), 'a'),
};

function inFolder(name: string, content: string, mode = 0o600): string {
  const file = join(folder, name);
  writeFileSync(file, content, { mode });
  return file;
}

function contentOf(machine: keyof typeof machines, path: string): string {
  const file = machines[machine].files.find((one) => one.path === path);
  if (!file) throw new Error(`${machine} has no file ${path}`);
  return file.content;
}

describe.each(Object.entries(machines))('the cloud-init of the %s', (name, config) => {
  test('keeps the schema of cloud-init', () => {
    const file = inFolder(`${name}.yaml`, cloudConfigText(config));
    expect(execFileSync('cloud-init', ['schema', '--config-file', file], { encoding: 'utf8' })).toContain('Valid');
  });

  test('fits into the metadata of a machine', () => {
    expect(userData(config).length).toBeLessThan(USER_DATA_LIMIT);
  });

  test('says as YAML exactly what was planned, and runs one script that it has written', () => {
    const read = parse(cloudConfigText(config), { version: '1.1' });
    expect(read.write_files).toEqual(
      config.files.map(({ path, content, mode }) => ({
        path,
        content,
        permissions: mode ?? '0644',
        owner: 'root:root',
      })),
    );
    expect(read.runcmd).toEqual([[config.start]]);
    expect(config.files.find(({ path }) => path === config.start)?.mode).toBe('0755');
  });
});

test('the gateway gets these files', () => {
  expect(machines.gateway.files.map(({ path, mode = '0644' }) => `${mode} ${path}`)).toEqual([
    '0644 /etc/armstead/gateway.env',
    '0644 /etc/sysctl.d/60-armstead.conf',
    '0600 /etc/wireguard/wg0.conf',
    '0644 /etc/apt/apt.conf.d/20auto-upgrades',
    '0644 /etc/apt/apt.conf.d/60armstead-upgrades',
    '0755 /usr/local/sbin/armstead-install',
    '0755 /usr/local/sbin/armstead-configure',
    '0755 /usr/local/sbin/armstead-start',
    '0755 /var/lib/cloud/scripts/per-boot/armstead-announce',
  ]);
});

test('a node gets these files, and keeps pods from the metadata before it joins', () => {
  expect(machines.node.files.map(({ path, mode = '0644' }) => `${mode} ${path}`)).toEqual([
    '0644 /etc/armstead/volumes',
    '0755 /usr/local/sbin/armstead-volumes',
    '0644 /etc/armstead/metadata.nft',
    '0644 /etc/systemd/system/armstead-metadata.service',
    '0644 /etc/systemd/system/armstead-metadata.timer',
    '0644 /etc/armstead/connections.nft',
    '0644 /etc/systemd/system/armstead-connections.service',
    '0644 /etc/systemd/system/armstead-connections.timer',
    '0644 /etc/systemd/journald.conf.d/60-armstead.conf',
    '0755 /usr/local/sbin/armstead-updates',
    '0644 /etc/systemd/system/armstead-updates.service',
    '0644 /etc/systemd/system/armstead-updates.timer',
    '0755 /usr/local/sbin/armstead-start',
  ]);
  const service = contentOf('node', '/etc/systemd/system/armstead-metadata.service');
  expect(service).toContain('\nBefore=kubelet.service\n');
  expect(service).toContain('\nRequiredBy=kubelet.service\n');
  // The edge works without the bound of its connections, so no kubelet waits for it in vain.
  expect(contentOf('node', '/etc/systemd/system/armstead-connections.service')).not.toContain('RequiredBy=');
  const start = contentOf('node', '/usr/local/sbin/armstead-start');
  expect(start.indexOf('systemctl start armstead-metadata.service')).toBeGreaterThan(0);
  expect(start.indexOf('systemctl start armstead-metadata.service')).toBeLessThan(start.indexOf('oke_init_script'));
});

test('the settings of the gateway are what the plan says', () => {
  expect(contentOf('gateway as NAT instance', '/etc/armstead/gateway.env')).toBe(`TUNNEL='wg0'
PORT='51820'
ALLOWED_FROM='0.0.0.0/0'
CLOUD='10.0.0.0/16'
NODES='10.0.1.0/24'
BEHIND='192.168.4.0/22 192.168.16.0/24'
SSH_FROM='10.0.0.0/24 192.168.4.0/22 192.168.16.0/24'
MASQUERADED='10.0.1.0/24 10.0.2.0/28'
SEGMENT='1372'
METRICS='9100'
`);
  expect(contentOf('gateway', '/etc/armstead/gateway.env')).toContain("MASQUERADED=''\n");
});

test("the gateway's side of the tunnel holds no private key and is never overwritten", () => {
  const config = contentOf('gateway', '/etc/wireguard/wg0.conf');
  expect(config).toBe(`[Interface]
Address = 192.168.16.1/24
ListenPort = 51820
MTU = 1412
PostUp = wg set %i private-key /etc/wireguard/private.key

# home
[Peer]
PublicKey = 9vIxajVUcUr+7QaC3hVNBi5vLxnch4zjfMcVGNMUAXM=
AllowedIPs = 192.168.16.2/32, 192.168.4.0/22
`);
  expect(execFileSync('wg-quick', ['strip', inFolder('wg0.conf', config)], { encoding: 'utf8' })).toContain('[Peer]');
});

test('no machine is told a private key', () => {
  const texts = Object.values(machines).map(cloudConfigText);
  expect(texts.filter((text) => /PrivateKey|BEGIN [A-Z ]*PRIVATE/.test(text))).toEqual([]);
});

test('a node gets the directories of its own volumes', () => {
  expect(contentOf('node', '/etc/armstead/volumes').split('\n')).toEqual([
    '10001 /var/lib/armstead/metrics',
    '10002 /var/lib/armstead/logs',
    '10004 /var/lib/armstead/alerts',
    '472 /var/lib/armstead/dashboards',
    '',
  ]);
  const two = sound({
    ...example,
    cloud: { ...example.cloud, nodes: { a: { ocpus: 1, memoryGb: 6 }, b: { ocpus: 1, memoryGb: 6 } } },
  });
  expect(nodeCloudInit(two, 'b').files[0]?.content).toBe('');
});

const root = process.getuid?.() === 0;
if (!root) console.log('skipped: owners of directories can be tried by root only');

test.skipIf(!root)('the node script makes directories with their owners and leaves data alone', () => {
  const directory = join(folder, 'volumes');
  const list = inFolder('list', `10001 ${directory}/metrics\n472 ${directory}/grafana\n`);
  const script = inFolder(
    'volumes.sh',
    contentOf('node', '/usr/local/sbin/armstead-volumes')
      .replace('/etc/armstead/volumes\n', `${list}\n`)
      .replace('</etc/armstead/volumes', `<${list}`),
    0o700,
  );
  execFileSync(script);
  writeFileSync(join(directory, 'metrics', 'data'), 'kept');
  execFileSync(script);
  const owners = readdirSync(directory).map((name) => {
    const { uid, gid, mode } = statSync(join(directory, name));
    return [name, uid, gid, (mode & 0o7777).toString(8)];
  });
  expect(owners).toEqual([
    ['grafana', 472, 472, '2770'],
    ['metrics', 10_001, 10_001, '2770'],
  ]);
  expect(readdirSync(join(directory, 'metrics'))).toEqual(['data']);
});

test('shellcheck has nothing to say about any script', () => {
  const scripts = Object.values(machines).flatMap(({ files }) =>
    files.filter(({ content }) => content.startsWith('#!')),
  );
  const files = scripts.map(({ content }, index) => inFolder(`script-${index}.sh`, content));
  expect(files.length).toBeGreaterThan(5);
  expect(execFileSync('shellcheck', files, { encoding: 'utf8' })).toBe('');
});
