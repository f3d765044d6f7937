import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { top } from '../repository/support/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-tool-'));
afterAll(() => rmSync(folder, { recursive: true }));
program('wg', 'exit 0');
program('good', 'echo "good $*"');
program('bad', 'exit 3');

describe('a script that runs tools', () => {
  test('says in one line which programs are not installed, with how to get them, and runs nothing', () => {
    expect(run('needs', 'wg', 'cloud-init', 'wg-quick', 'ip', 'then', 'good')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'programs are missing: cloud-init, wg-quick, ip; install them: apt install cloud-init wireguard-tools iproute2\n',
    });
    expect(run('needs', 'kubectl', 'then', 'good').stderr).toBe(
      'programs are missing: kubectl; install them: kubectl from https://kubernetes.io/docs/tasks/tools\n',
    );
  });

  test('runs one after the other, each with its words, where all programs are there', () => {
    expect(run('needs', 'wg', 'then', 'good', 'one', 'then', 'good', 'two', '--three')).toEqual({
      status: 0,
      stdout: 'good one\ngood two --three\n',
      stderr: '',
    });
  });

  test('ends with the first that fails', () => {
    expect(run('good', 'then', 'bad', 'then', 'good')).toEqual({ status: 3, stdout: 'good \n', stderr: '' });
  });
});

function program(name: string, text: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

/** Runs tools where nothing is installed but a shell and the programs of these tests. */
function run(...words: readonly string[]) {
  const PATH = [folder, join(folder, 'none')].join(delimiter);
  const program = [join(top, 'scripts/tool.mjs'), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: dirname(folder),
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
  return { status, stdout, stderr };
}
