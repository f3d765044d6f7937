import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_CLUSTER, NO_CONTEXT } from '../../scripts/reach.mjs';
import { copyProject, linkPackages } from '../support/example-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-kubeconfig-'));
const project = join(folder, 'project');
beforeAll(() => {
  copyProject(project);
  linkPackages(project);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run kubeconfig', () => {
  test.each([
    ['a context', 'exit 1', NO_CONTEXT],
    ['a cluster', 'test "$2" = current-context', NO_CLUSTER],
    [
      'an account of the user in the cluster',
      'case "$1" in create) echo "error: serviceaccounts \\"ada\\" not found" >&2; exit 1 ;; config) echo \'{"clusters":[{}]}\' ;; esac',
      'kubectl create token ada --namespace access --duration 24h failed:\nerror: serviceaccounts "ada" not found',
    ],
  ])('says what is missing without %s', (_, kubectl, problem) => {
    expect(run(kubectl, 'ada')).toMatchObject({ status: 1, stdout: '', stderr: `${problem}\n` });
  });

  test('asks no cluster for a user that platform.ts does not have', () => {
    expect(run('exit 1', 'bob')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'bob is no user of access in platform.ts; write one of ada\n',
    });
  });
});

/** Runs the command in a copy of the project, with a kubectl that is a script of the test. */
function run(kubectl: string, ...words: readonly string[]) {
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n${kubectl}\n`);
  chmodSync(join(folder, 'kubectl'), 0o755);
  return spawnSync(process.execPath, ['scripts/kubeconfig.mjs', ...words], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
  });
}
