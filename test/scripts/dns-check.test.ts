import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { strays } from '../../scripts/dns/check.ts';
import { NoAnswer, publicView, viewFrom } from '../../scripts/dns/view.ts';
import type { AddressRecord } from '../../site/plan/dns.ts';
import { copyProject, linkPackages } from '../support/example-project.ts';
import { a, NameServer, ns, type Records } from './support/name-server.ts';

const EDGE = '203.0.113.7';
const NAS = 'nas.example.org';

const servers: NameServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.stop();
});

async function server(records: Records): Promise<NameServer> {
  const started = await NameServer.start(records);
  servers.push(started);
  return started;
}

/** Tells every resolver where the zone lies: on this machine. */
const ZONE: Records = {
  'example.org': [ns('example.org', 'ns1.example.net')],
  'ns1.example.net': [a('ns1.example.net', '127.0.0.1')],
};

const NOTHING_PUBLISHED = `import { site } from './site/index.ts';
export default site({
  name: 'alone',
  domain: 'armstead-fixture.net',
  contact: 'ops@armstead-fixture.net',
  git: { url: 'https://github.com/armstead-fixture/platform.git' },
  cloud: { region: 'eu-frankfurt-1', nodes: { a: {} } },
});
`;

const records: AddressRecord[] = [{ name: NAS, address: EDGE, audience: 'everywhere', what: 'nas, at home' }];

describe('the check before certificates for production', () => {
  test('asks the name servers of the domain, though the resolver at home leads to the private address', async () => {
    const home = await server({ ...ZONE, [NAS]: [a(NAS, '10.0.1.20')] });
    const open = await server({ ...ZONE, [NAS]: [a(NAS, '198.51.100.1')] });
    const zone = await server({ [NAS]: [a(NAS, EDGE)] });
    const view = await publicView('example.org', { open: [open.address], own: [home.address], port: zone.port });
    expect(await strays(records, view.resolve)).toEqual([]);
    expect([...view.answered]).toEqual(['the name servers of example.org']);
    expect(home.asked).toEqual([]);
  });

  test('finds them above the domain of the site, and by the resolver of the machine where no public one answers', async () => {
    const home = await server({ ...ZONE, 'home.example.org': [], [NAS]: [a(NAS, '10.0.1.20')] });
    const zone = await server({ [NAS]: [a(NAS, EDGE)] });
    const view = await publicView('home.example.org', {
      open: [await closed()],
      own: [home.address],
      port: zone.port,
    });
    expect(await view.resolve(NAS)).toEqual([EDGE]);
    expect([...view.answered]).toEqual(['the name servers of example.org']);
  });

  test('asks a public resolver where the name servers cannot be reached', async () => {
    const open = await server({ ...ZONE, [NAS]: [a(NAS, EDGE)] });
    const view = await publicView('example.org', { open: [open.address], port: portOf(await closed()) });
    expect(await view.resolve(NAS)).toEqual([EDGE]);
    expect([...view.answered]).toEqual([`the public resolvers ${open.address}`]);
  });

  test('follows an alias into another zone by a public resolver', async () => {
    const alias = { type: 'CNAME', name: NAS, data: 'edge.example.net' } as const;
    const open = await server({ ...ZONE, [NAS]: [alias, a('edge.example.net', EDGE)] });
    const zone = await server({ [NAS]: [alias] });
    const view = await publicView('example.org', { open: [open.address], port: zone.port });
    expect(await view.resolve(NAS)).toEqual([EDGE]);
    await expect(viewFrom(zone.address).resolve(NAS)).rejects.toMatchObject({ code: 'ENODATA' });
  });

  test('believes the name servers that a name is not there, whatever a resolver remembers', async () => {
    const open = await server({ ...ZONE, [NAS]: [a(NAS, EDGE)] });
    const zone = await server({});
    const view = await publicView('example.org', { open: [open.address], port: zone.port });
    expect(await strays(records, view.resolve)).toEqual([{ name: NAS, problem: 'does not resolve (ENOTFOUND)' }]);
  });

  test('calls no host a stray where nobody answers', async () => {
    const nobody = await closed();
    const view = await publicView('example.org', { open: [nobody], own: [nobody], port: portOf(nobody) });
    await expect(strays(records, view.resolve)).rejects.toEqual(
      new NoAnswer(`the public resolvers ${nobody} cannot be reached from here`),
    );
  });

  test('asks the one server that was named', async () => {
    const own = await server({ [NAS]: [a(NAS, '198.51.100.1')] });
    const view = viewFrom(own.address);
    expect(await strays(records, view.resolve)).toEqual([
      { name: NAS, problem: `leads to 198.51.100.1, not to ${EDGE}` },
    ]);
    expect(own.asked).toEqual([NAS]);
  });
});

describe('npm run dns', () => {
  const folder = mkdtempSync(join(tmpdir(), 'armstead-dns-'));
  const HOSTS = ['argocd', 'grafana', 'nas', 'notes', 'photos', 'sign-on', 'weather'].map(
    (name) => `${name}.example.org`,
  );
  beforeAll(() => {
    copyProject(folder);
    linkPackages(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('prints without an address what must exist, and how to get each address', async () => {
    const { status, stdout, stderr } = await run();
    expect([status, stderr]).toEqual([0, '']);
    const [table = '', how] = stdout.split('\n\n');
    const rows = table.split('\n').map((line) => line.split(/ {2,}/).slice(0, 4).join(' '));
    expect(rows).toEqual([
      'host type address asked',
      ...HOSTS.map((host) => `${host} A <public> everywhere`),
      ...['argocd.example.org', NAS].map((host) => `${host} A <home> at home`),
    ]);
    expect(how).toBe(
      '<public>  of the public load balancer: kubectl --namespace edge get service edge-public; then npm run dns -- --public ADDRESS\n' +
        '<home>    of the one for home: kubectl --namespace edge get service edge-home; then npm run dns -- --home ADDRESS\n',
    );
  });

  test('prints nothing but the table where every address is known', async () => {
    const { stdout } = await run('--public', EDGE, '--home', '10.0.1.20');
    expect(stdout).not.toContain('<');
    expect(stdout.trimEnd().split('\n')).toHaveLength(HOSTS.length + 3);
  });

  test.each([
    ['bind', 'the address of the public load balancer is not known; write --public ADDRESS'],
    ['unbound', 'the address of the load balancer for home is not known; write --home ADDRESS'],
  ])('writes no placeholder for the program %s', async (format, problem) => {
    const { status, stdout, stderr } = await run('--as', format);
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', problem]);
  });

  test('--check says who was asked, and which hosts lead elsewhere', async () => {
    const own = await server(Object.fromEntries(HOSTS.map((name) => [name, [a(name, EDGE)]])));
    expect(await run('--check', '--public', EDGE, '--server', own.address)).toEqual({
      status: 0,
      stdout: `every host leads to the load balancer (asked: ${own.address})\n`,
      stderr: '',
    });
    const other = await server(Object.fromEntries(HOSTS.slice(1).map((name) => [name, [a(name, EDGE)]])));
    expect(await run('--check', '--public', EDGE, '--server', other.address)).toEqual({
      status: 1,
      stdout: '',
      stderr: `not ready for certificates: 'production' (asked: ${other.address})\n\n  argocd.example.org does not resolve (ENOTFOUND)\n`,
    });
  });

  test('--check says so where the server does not answer', async () => {
    const nobody = await closed();
    expect(await run('--check', '--public', EDGE, '--server', nobody)).toEqual({
      status: 1,
      stdout: '',
      stderr: `${nobody} cannot be reached from here; write --server ADDRESS of a DNS server that can be\n`,
    });
  });

  describe('of a site that publishes nothing', () => {
    const sentence = 'the site of platform.ts publishes nothing, so no host needs a record\n';
    beforeAll(() => writeFileSync(join(folder, 'platform.ts'), NOTHING_PUBLISHED));

    test.each(['--public', '--check'])('says with %s that no host needs a record', async (word) => {
      const words = word === '--public' ? [word, EDGE] : [word];
      expect(await run(...words)).toEqual({ status: 0, stdout: sentence, stderr: '' });
    });

    test('lets the file for a program stay empty', async () => {
      expect(await run('--as', 'bind')).toEqual({ status: 0, stdout: '', stderr: sentence });
    });
  });

  /** Runs the command beside this process, which answers its questions. */
  async function run(...words: readonly string[]) {
    const child = spawn(process.execPath, ['scripts/dns.mjs', ...words], { cwd: folder });
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { status, stdout, stderr };
  }
});

/** An address at which nobody listens any more. */
async function closed(): Promise<string> {
  const gone = await NameServer.start({});
  const { address } = gone;
  gone.stop();
  return address;
}

function portOf(address: string): number {
  return Number(address.split(':')[1]);
}
