import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lacking } from '../../scripts/secrets/lacking.mjs';
import { secretsOf } from '../../site/plan/secrets.ts';
import everything from '../fixtures/accepted/everything.ts';
import { copyProject, linkPackages } from '../support/example-project.ts';
import { aSite } from '../support/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-secrets-'));
const project = join(folder, 'project');
beforeAll(() => {
  copyProject(project);
  linkPackages(project);
});
afterAll(() => rmSync(folder, { recursive: true }));

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('npm run secrets', () => {
  test('ends with how to write a value without the line break that would spoil it', () => {
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /\nA FILE holds the value and nothing behind it: editors and echo add a line break, with which no password fits\. Without one:\n {2}read -rs V && printf %s "\$V" > FILE\n {2}openssl rand -hex 16 \| tr -d '\\n' > FILE\n$/,
    );
  });

  test('tells for passwords the command whose answer belongs there', () => {
    expect(run().stdout).toContain(
      'home/notes-passwords  without it: the services behind it answer to nobody\n' +
        '    auth  users and the hashes of their passwords, as npm run password makes them\n' +
        '    npm run --silent password -- notes-passwords USER... | kubectl apply --filename -\n',
    );
  });

  test('names the command after which a change counts, for what is read only at a start', () => {
    const { stdout } = run();
    expect(stdout).toContain(
      '    after a change:\n    kubectl rollout restart deployment sign-on --namespace signon\n\n',
    );
    const [, telegram = ''] = stdout.split('monitoring/alerts-telegram');
    expect(telegram.split('\n\n')[0]).not.toContain('restart');
  });

  test('--check says in one sentence that no cluster answers', () => {
    const kubectl = `echo 'E1122 memcache.go:265] "Unhandled Error" err="connection refused"' >&2\nexit 1\n`;
    expect(run(kubectl, '--check')).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'kubectl reaches no cluster; is the tunnel up, and is this the right context? See kubectl config get-contexts\n',
    });
  });

  test('--check names what is missing and where a line break is, and prints no value', () => {
    const data = { user: base64('admin'), password: base64('hunter2-hunter2\n'), 'secret-key': base64('0f1e2d3c') };
    const grafana = JSON.stringify({ data });
    const kubectl = `case "$*" in *' grafana-admin '*) echo '${grafana}' ;; esac\n`;
    const { status, stdout, stderr } = run(kubectl, '--check');
    expect([status, stderr]).toEqual([1, '']);
    const others = secretsOf(aSite()).filter(({ name }) => name !== 'grafana-admin');
    expect(stdout.trimEnd().split('\n').sort()).toEqual(
      [
        'monitoring/grafana-admin  the value of password ends in a line break; make it again without one',
        ...others.map(({ namespace, name }) => `${namespace}/${name}  is missing`),
      ].sort(),
    );
  });
});

describe('a Secret', () => {
  const expected = { name: 'mail', namespace: 'monitoring', keys: { password: 'of mail' } };
  const withValue = (password: string) => ({ data: { password: base64(password) } });

  test.each([
    ['that is not there', undefined, 'is missing'],
    ['without the key', { data: {} }, 'has no key password, or nothing in it'],
    ['with nothing in it', withValue(''), 'has no key password, or nothing in it'],
    ['with a line break', withValue('abc\n'), 'the value of password ends in a line break; make it again without one'],
    ['of Windows', withValue('abc\r\n'), 'the value of password ends in a line break; make it again without one'],
  ])('%s is named', (_, found, problem) => {
    expect(lacking(expected, found)).toEqual([`monitoring/mail  ${problem}`]);
  });

  test('with a line break inside is good, and so is a whole file that ends in one', () => {
    expect(lacking(expected, withValue('a\nb'))).toEqual([]);
    expect(lacking({ ...expected, files: ['password'] }, withValue('a\nb\n'))).toEqual([]);
  });

  test('holds a whole file where it is a key or a list of users', () => {
    const services = {
      notes: { address: '192.168.4.21:3000', exposure: 'public', guard: 'basic', passwords: 'notes-passwords' },
    } as const;
    const tunnel = { network: '192.168.16.0/24', publicKey: Buffer.alloc(32, 1).toString('base64') };
    const site = aSite({ ...everything, home: { networks: ['192.168.4.0/22'], tunnel, services } });
    const files = secretsOf(site).flatMap(({ name, files = [] }) => files.map((key) => `${name} ${key}`));
    expect(files).toEqual(['platform-repository sshPrivateKey', 'notes-passwords auth']);
  });
});

/** Runs the command in a copy of the project, with a kubectl that is a script of the test. */
function run(kubectl = 'exit 1\n', ...words: readonly string[]) {
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n${kubectl}`);
  chmodSync(join(folder, 'kubectl'), 0o755);
  return spawnSync(process.execPath, ['scripts/secrets.mjs', ...words], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
  });
}
