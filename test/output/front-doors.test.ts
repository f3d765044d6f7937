import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Yaml } from 'cdk8s';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { aProject, CDK8S, type Project, SYNTH, WITH_CDK8S } from './project.ts';
import { aFolder, contentsOf, removeFolders } from './support.ts';

afterAll(removeFolders);

let project: Project;

beforeEach(async () => {
  project = await aProject(WITH_CDK8S);
});

const REFUSED = "export default { name: 'homestead', disk: '5Gi', refuse: 'yes' };\n";
const DIED = "process.kill(process.pid, 'SIGKILL');\nexport default { name: 'homestead', disk: '5Gi', refuse: '' };\n";

/** Writes a first \`dist/\`, and returns what is in it. */
async function firstDist(): Promise<Map<string, string>> {
  expect((await project.run()).status).toBe(0);
  return project.dist();
}

describe('npm run synth', () => {
  test('writes dist/, names the files that have changed, and counts them', async () => {
    expect(await project.run()).toEqual({
      status: 0,
      stdout:
        'written  dist/cluster/namespace.shop.yaml\n' +
        'written  dist/shop/configmap.settings.yaml\n' +
        'dist/: 2 written, 0 removed, 0 unchanged\n',
      stderr: '',
    });
    expect([...project.dist().keys()]).toEqual(['cluster/namespace.shop.yaml', 'shop/configmap.settings.yaml']);
    const unchanged = statSync(join(project.root, 'dist/cluster/namespace.shop.yaml'));
    project.write('site/greeting.ts', "export const greeting = 'moin';\n");
    project.write('dist/shop/mine.yaml', '');
    expect((await project.run()).stdout).toBe(
      'written  dist/shop/configmap.settings.yaml\n' +
        'removed  dist/shop/mine.yaml\n' +
        'dist/: 1 written, 1 removed, 1 unchanged\n',
    );
    expect(statSync(join(project.root, 'dist/cluster/namespace.shop.yaml'))).toMatchObject({
      ino: unchanged.ino,
      mtimeMs: unchanged.mtimeMs,
    });
  });

  test('only counts the files where too many to read have changed', async () => {
    await firstDist();
    for (let file = 0; file < 11; file += 1) project.write(`dist/shop/mine-${file}.yaml`, '');
    expect((await project.run()).stdout).toBe('dist/: 0 written, 11 removed, 2 unchanged\n');
  });

  test('gives the same bytes in any working directory, time zone, language and place', async () => {
    const dist = await firstDist();
    const elsewhere = join(aFolder(tmpdir(), 'armstead elsewhere '), 'ünder');
    cpSync(project.root, elsewhere, { recursive: true, verbatimSymlinks: true });
    renameSync(join(project.root, 'dist'), join(project.root, 'first'));
    for (const [root, cwd] of [
      [project.root, '/'],
      [elsewhere, tmpdir()],
    ] as const) {
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      rmSync(join(root, 'node_modules/.cache'), { recursive: true });
      const env = { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
      const program = [relative(project.root, join(root, 'scripts/synth.cjs'))];
      expect(await project.run(program, { cwd, env })).toMatchObject({ status: 0, stderr: '' });
      expect(contentsOf(join(root, 'dist'))).toEqual(dist);
    }
  });

  test('writes to a folder of the caller in CDK8S_OUTDIR, and leaves dist/ alone', async () => {
    const cwd = aFolder();
    const { stdout } = await project.run(SYNTH, { cwd, env: { CDK8S_OUTDIR: 'here' } });
    expect(stdout).toContain('2 written');
    expect([...contentsOf(join(cwd, 'here')).keys()]).toEqual([
      'cluster/namespace.shop.yaml',
      'shop/configmap.settings.yaml',
    ]);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  test('refuses to replace what somebody else has in CDK8S_OUTDIR', async () => {
    mkdirSync(join(project.root, 'mine'));
    project.write('mine/notes.txt', 'do not lose');
    expect(await project.run(SYNTH, { env: { CDK8S_OUTDIR: 'mine' } })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'mine is not empty, nothing was written\n\n' +
        '  a synth replaces everything in its output folder; name a new or an empty one in CDK8S_OUTDIR\n',
    });
    expect([...contentsOf(join(project.root, 'mine')).keys()]).toEqual(['notes.txt']);
  });
});

describe('npx cdk8s synth', () => {
  test('writes the same dist/, and touches nothing of it the next time', async () => {
    const dist = await firstDist();
    rmSync(join(project.root, 'dist'), { recursive: true });
    const marks = () =>
      ['dist', 'dist/shop/configmap.settings.yaml'].map((path) => statSync(join(project.root, path)).ctimeMs);
    const outcome = {
      status: 0,
      stdout: 'Synthesizing application\n  - .synth/manifests.yaml\n',
      stderr: '',
    };
    expect(await project.run(CDK8S)).toEqual(outcome);
    expect(project.dist()).toEqual(dist);
    expect(readFileSync(join(project.root, '.synth/manifests.yaml'), 'utf8')).toBe([...dist.values()].join('---\n'));
    const before = marks();
    expect(await project.run(CDK8S)).toEqual(outcome);
    expect(marks()).toEqual(before);
  });

  test('keeps the last good dist/ when it is interrupted', async () => {
    const dist = await firstDist();
    project.write('platform.ts', DIED);
    const { status, stderr } = await project.run(CDK8S);
    expect(stderr).toContain('scripts/synth.cjs');
    expect(status).toBe(1);
    expect(project.dist()).toEqual(dist);
  });

  test('prints all objects with --stdout, and leaves dist/ alone', async () => {
    const { status, stdout, stderr } = await project.run([...CDK8S, '--stdout']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('---\n').map((document) => document.split('\n')[1])).toEqual([
      'kind: Namespace',
      'kind: ConfigMap',
    ]);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  test('prints nothing and ends with exit code 1 with --stdout for a refused site', async () => {
    project.write('platform.ts', REFUSED);
    const { status, stdout, stderr } = await project.run([...CDK8S, '--stdout']);
    expect(stderr).toMatch(
      /^platform.ts: 1 problem, nothing was written\n\n {2}refuse {2}is set\nERROR: synthesis failed, .*\n$/,
    );
    expect([status, stdout]).toEqual([1, '']);
  });

  test('writes to another folder with --output, and leaves dist/ alone', async () => {
    expect((await project.run([...CDK8S, '--output', 'other'])).status).toBe(0);
    expect(contentsOf(join(project.root, 'other')).size).toBe(2);
    expect(existsSync(join(project.root, 'dist'))).toBe(false);
  });

  test('says with --output dist that the command itself has deleted dist/, and how to get it back', async () => {
    await firstDist();
    project.write('platform.ts', REFUSED);
    const { status, stderr } = await project.run([...CDK8S, '--output', 'dist']);
    expect(stderr).toBe(`platform.ts: 1 problem, nothing was written

  refuse  is set

cdk8s was told to write to dist/ itself, and so deleted it before this synth; git restore dist brings it back.
Leave --output away: then a synth that is refused or interrupted keeps the last good dist/.
ERROR: synthesis failed, app expected to create "dist"
`);
    expect(status).toBe(1);
  });

  test('says so too when all is well, since the next time it may not be', async () => {
    const env = { CDK8S_OUTDIR: 'dist', CDK8S_RECORD_CONSTRUCT_METADATA: 'false' };
    const { status, stderr } = await project.run(SYNTH, { env });
    expect(stderr).toBe(`
cdk8s was told to write to dist/ itself, and so deleted it before this synth.
Leave --output away: then a synth that is refused or interrupted keeps the last good dist/.
`);
    expect([status, project.dist().size]).toEqual([0, 2]);
  });

  test('gives validation plugins the files and which construct made them, without a trace in dist/', async () => {
    project.write('plugin/package.json', '{ "name": "plugin", "version": "1.0.0", "main": "index.js" }');
    project.write(
      'plugin/index.js',
      `exports.Plugin = class {
  validate({ manifests, report, metadata }) {
    const { resources } = JSON.parse(require('node:fs').readFileSync(require('node:path').join(require('node:path').dirname(manifests[0]), '../construct-metadata.json'), 'utf8'));
    console.log(JSON.stringify([manifests.length, resources]));
    report.submit('success');
  }
};`,
    );
    project.write(
      'cdk8s.yaml',
      'language: typescript\napp: node scripts/synth.cjs\noutput: .synth\n' +
        'validations:\n  - package: ./plugin\n    version: 1.0.0\n    class: Plugin\n',
    );
    const { status, stdout, stderr } = await project.run(CDK8S);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('[2,{"shop":{"path":"shop/Namespace"},"settings":{"path":"shop/Settings"}}]');
    expect([...project.dist().keys()]).toEqual(['cluster/namespace.shop.yaml', 'shop/configmap.settings.yaml']);
  });
});

describe('both', () => {
  test('may run at the same time, also where no bundle is kept', async () => {
    rmSync(join(project.root, 'node_modules/.cache'), { recursive: true });
    const outcomes = await Promise.all([project.run(), project.run(CDK8S), project.run()]);
    expect(outcomes.map(({ status, stderr }) => [status, stderr])).toEqual(Array(3).fill([0, '']));
    expect(project.dist().size).toBe(2);
  });
});

test('text that cdk8s writes on several lines, or leaves to its library, arrives as it was', async () => {
  const nasty = ['12:30', 'a\\n  b\\n\\n', 'x: [', '\\u0007'];
  project.write(
    'platform.ts',
    `export default { name: ${JSON.stringify(nasty[0])}, disk: "${nasty[1]}", more: "${nasty[2]}", bell: "${nasty[3]}", refuse: '' };\n`,
  );
  await firstDist();
  const [settings] = Yaml.load(join(project.root, 'dist/shop/configmap.settings.yaml'));
  expect(settings.data).toEqual({
    name: '12:30',
    disk: 'a\n  b\n\n',
    more: 'x: [',
    bell: '\u0007',
    refuse: '',
    greeting: 'hello',
  });
});
