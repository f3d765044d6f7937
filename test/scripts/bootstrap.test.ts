import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentialsFor, secretFor } from '../../scripts/bootstrap/repository.mjs';
import { secretsOf } from '../../site/plan/secrets.ts';
import { OUTPUTS } from '../support/outputs.ts';
import { aSite, filesOf, manifestsOfSite } from '../support/site.ts';

const BY_KEY = { url: 'git@git.example.net:ana/platform.git', secret: 'platform-repository' };
const BY_TOKEN = { url: 'https://git.example.net/ana/platform.git', secret: 'platform-repository' };
const PUBLIC = { url: BY_TOKEN.url, secret: undefined };

const folder = mkdtempSync(join(tmpdir(), 'armstead-bootstrap-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pem = { format: 'pem', type: 'pkcs8' } as const;
const { privateKey } = generateKeyPairSync('ed25519');
const plain = privateKey.export(pem).toString();

/** A file with some content, by its path. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A key in the form of OpenSSH as far as its head, which names the cipher. */
function openSsh(cipher: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(cipher.length);
  const bytes = Buffer.concat([Buffer.from('openssh-key-v1\0'), length, Buffer.from(cipher), Buffer.alloc(64)]);
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

describe('what npm run bootstrap takes for a private repository', () => {
  test.each([
    ['a key of OpenSSH', openSsh('none')],
    ['a key in the other form', plain],
    ['a key that an editor gave other ends of lines', plain.replaceAll('\n', '\r\n')],
    ['a key without its last end of line', plain.trim()],
  ])('is %s, which Argo CD gets with the ends of lines that it needs', (_, content) => {
    expect(credentialsFor(BY_KEY, { key: file('deploy-key', content) })).toEqual({
      sshPrivateKey: `${content.replaceAll('\r\n', '\n').trim()}\n`,
    });
  });

  test('is a token, with the name git unless another one is given', () => {
    const token = file('token', 'abc123\n');
    expect(credentialsFor(BY_TOKEN, { token })).toEqual({ username: 'git', password: 'abc123' });
    expect(credentialsFor(BY_TOKEN, { token, user: 'deploy' })).toEqual({ username: 'deploy', password: 'abc123' });
  });

  test('is nothing where the cluster has it already', () => {
    expect(credentialsFor(BY_KEY, {})).toBeUndefined();
  });

  test.each([BY_KEY, BY_TOKEN])('becomes the Secret that the site expects for $url', (git) => {
    const expected = secretsOf(aSite({ git: git === BY_KEY ? { ...git, hostKeys: [HOST_KEY] } : git })).find(
      ({ name }) => name === git.secret,
    );
    const given = git === BY_KEY ? { key: file('deploy-key', plain) } : { token: file('token', 'abc123') };
    const { metadata, stringData } = secretFor(git, credentialsFor(git, given) ?? {});
    expect(metadata).toEqual({ name: expected?.name, namespace: expected?.namespace, labels: expected?.labels });
    expect(stringData).toMatchObject(expected?.stated ?? {});
    expect(Object.keys(stringData)).toEqual([
      ...Object.keys(expected?.stated ?? {}),
      ...Object.keys(expected?.keys ?? {}),
    ]);
  });
});

const HOST_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGx5eKqUjR0kDTVtrJtFZZxRh1HcOZ2TfAb6aR9BWbrn';

describe('what npm run bootstrap refuses before it touches the cluster', () => {
  const sealed = privateKey.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
  const publicHalf = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGx5eKqUjR0k ana@laptop\n';
  const passphrase =
    "is sealed with a passphrase, which nobody could type in the cluster; make one without: ssh-keygen -t ed25519 -N '' -f ~/.config/armstead/deploy-key";

  test.each([
    [
      'half.pub',
      publicHalf,
      'is the public half of a key, which belongs to the git host; give the private half, mostly the same name without .pub',
    ],
    [
      'notes',
      'my key is in the safe',
      "is no private key; make one with: ssh-keygen -t ed25519 -N '' -f ~/.config/armstead/deploy-key",
    ],
    ['sealed', sealed, passphrase],
    ['sealed-openssh', openSsh('aes256-ctr'), passphrase],
    [
      'sealed-rsa',
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nAAAA\n-----END RSA PRIVATE KEY-----',
      passphrase,
    ],
  ])('the key file %s', (name, content, problem) => {
    const key = file(name, content);
    expect(() => credentialsFor(BY_KEY, { key })).toThrow(`${key} ${problem}`);
  });

  test.each([
    ['empty', '\n', 'is empty; it must hold the token and nothing else'],
    ['line', 'TOKEN=abc 123', 'has more than one word; it must hold the token and nothing else'],
    ['key', plain, 'is a key, and a repository by HTTPS is read with a token of the git host'],
  ])('the token file %s', (name, content, problem) => {
    const token = file(name, content);
    expect(() => credentialsFor(BY_TOKEN, { token })).toThrow(`${token} ${problem}`);
  });

  test.each([
    ['both kinds', BY_KEY, { key: 'a', token: 'b' }, 'write --key or --token, not both'],
    ['a name without a token', BY_TOKEN, { user: 'ana' }, '--user goes with --token FILE'],
    [
      'a token for SSH',
      BY_KEY,
      { token: 'a' },
      `${BY_KEY.url} is read by SSH, with a deploy key: --key FILE; for a token write url with https://`,
    ],
    [
      'a key for HTTPS',
      BY_TOKEN,
      { key: 'a' },
      `${BY_TOKEN.url} is read by HTTPS, with a token: --token FILE; for a deploy key write url by SSH, such as git@github.com:you/platform.git`,
    ],
    [
      'a key for a repository that the site calls public',
      PUBLIC,
      { key: 'a' },
      `a file was given, but dist/ names no Secret for ${PUBLIC.url}; write secret: 'platform-repository' beside url in ` +
        'platform.ts, synth, commit and push, or leave the file out for a public repository',
    ],
    [
      'a file that is not there',
      BY_KEY,
      { key: join(folder, 'absent') },
      `${join(folder, 'absent')} cannot be read (ENOENT)`,
    ],
  ])('%s', (_, repository, given, problem) => {
    expect(() => credentialsFor(repository, given)).toThrow(problem);
  });

  describe('by the command itself', () => {
    beforeAll(() => {
      const site = aSite({ git: BY_TOKEN, contact: 'ops@mail.example.org' });
      for (const [path, content] of filesOf(manifestsOfSite(site))) file(join('dist', path), content);
    });

    test('what is still of the example, and load balancers without a place, all at once', () => {
      for (const [path, content] of filesOf(manifestsOfSite(aSite()))) file(join('example', path), content);
      expect(run('--dist', join(folder, 'example'))).toBe(
        "bootstrap: git.url in platform.ts is still the example's, https://github.com/you/platform.git; " +
          'write the address of your repository, synth, commit and push\n\n' +
          "contact in platform.ts is still the example's, ops@example.org, for which Let's Encrypt opens no account; " +
          'write your own, synth, commit and push\n\n' +
          'the load balancers edge-home and edge-public name no subnet, because site.outputs.json was absent; ' +
          "run npm run hand-over, synth, commit and push (on a cluster that is not Oracle's: --not-at-oracle)\n",
      );
    });

    test('no load balancer that has its place, or that needs none', () => {
      const built = manifestsOfSite(aSite({ git: BY_TOKEN, contact: 'ops@mail.example.org' }), OUTPUTS);
      for (const [path, content] of filesOf(built)) file(join('built', path), content);
      const noCluster = 'bootstrap: kubectl reaches no cluster; ';
      expect(run('--dist', join(folder, 'built'))).toContain(noCluster);
      expect(run('--dist', join(folder, 'dist'), '--not-at-oracle')).toContain(noCluster);
    });

    test('a folder without dist/', () => {
      expect(run('--dist', folder)).toBe(
        `bootstrap: ${join(folder, 'bootstrap', 'application.root.yaml')} is missing; run npx cdk8s synth first\n`,
      );
    });

    test('a key where dist/ says that a token is wanted', () => {
      expect(run('--dist', join(folder, 'dist'), '--not-at-oracle', '--key', 'deploy-key')).toBe(
        `bootstrap: ${BY_TOKEN.url} is read by HTTPS, with a token: --token FILE; for a deploy key write url by SSH, such as git@github.com:you/platform.git\n`,
      );
    });
  });
});

/** Runs the command where it finds no cluster; it must fail. Answers what it complains of. */
function run(...words: string[]): string {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/bootstrap/bootstrap.mjs', ...words], {
    encoding: 'utf8',
    env: { ...process.env, KUBECONFIG: join(folder, 'no-cluster') },
  });
  expect(status).toBe(1);
  return stderr;
}
