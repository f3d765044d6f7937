import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aSite, manifestsOfSite } from '../support/site.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'armstead-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the password of Redis is made before anything asks for it', () => {
  expect(install()).toEqual({ status: 0, calls: ['helm', 'apply the password', 'wait for the password', 'apply all'] });
});

test('a password that is late, or that a newer chart makes in another way, keeps nobody waiting for ever', () => {
  const all = ['helm', 'apply the password', 'wait for the password', 'apply all'];
  expect(install('wait for the password')).toEqual({ status: 0, calls: all });
  expect(install('apply the password')).toEqual({ status: 0, calls: ['helm', 'apply the password', 'apply all'] });
});

test('a chart that cannot be fetched, or that the API server refuses, fails the Job', () => {
  expect(install('helm')).toEqual({ status: 1, calls: ['helm'] });
  expect(install('apply all')).toMatchObject({ status: 1 });
});

/** Runs the command of the Job as its container does, with programs that tell what they are called for and may fail. */
function install(failing = '') {
  const calls = join(folder, 'calls');
  writeFileSync(calls, '');
  const tell = (what: string) => `echo '${what}' >> ${calls}; [ '${what}' != '${failing}' ]`;
  program('helm', tell('helm'));
  program(
    'kubectl',
    `case "$*" in
      *apply*--selector*) ${tell('apply the password')} ;;
      *wait*) ${tell('wait for the password')} ;;
      *apply*) ${tell('apply all')} ;;
    esac`,
  );
  const [shell = '', flags = '', script = ''] = command();
  const inFolder = script.replaceAll('/tmp/', `${folder}/`);
  const { status } = spawnSync(shell, [flags, inFolder], { env: { PATH: `${folder}:/usr/bin:/bin` } });
  return { status, calls: readFileSync(calls, 'utf8').trim().split('\n') };
}

function program(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

function command(): readonly string[] {
  const job = manifestsOfSite(aSite({})).find(({ object }) => object.kind === 'Job')?.object;
  const { spec } = job as unknown as {
    spec: { template: { spec: { containers: [{ command: string[]; args?: string[] }] } } };
  };
  const [{ command: words, args = [] }] = spec.template.spec.containers;
  return [...words, ...args];
}
