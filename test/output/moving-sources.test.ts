import { readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { aProject, ownCopies, type Project } from './project.ts';
import { removeFolders } from './support.ts';

afterAll(removeFolders);

let project: Project;

beforeEach(async () => {
  project = await aProject();
});

const site = (disk: string) => `export default { name: 'homestead', disk: '${disk}', refuse: '' };\n`;

async function synth(): Promise<void> {
  const { status, stderr } = await project.run();
  expect([status, stderr]).toEqual([0, '']);
}

describe('the kept bundle', () => {
  test('is not used after the link that platform.ts is was set to another file', async () => {
    project.write('sites/one.ts', site('6Gi'));
    project.write('sites/two.ts', site('7Gi'));
    for (const [target, disk] of [
      ['sites/one.ts', '6Gi'],
      ['sites/two.ts', '7Gi'],
      ['sites/one.ts', '6Gi'],
    ] as const) {
      rmSync(join(project.root, 'platform.ts'));
      symlinkSync(target, join(project.root, 'platform.ts'));
      await synth();
      expect(project.settings()).toContain(`disk: ${disk}`);
    }
  });

  test('reads manifests from files, as Include does, also after the project was moved', async () => {
    project.write('more.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: more\n');
    project.write(
      'main.ts',
      `import { Chart, Include } from 'cdk8s';
import { manifestsOf, publish, SiteApp } from './output/index.ts';
const shop = new Chart(new SiteApp(), 'shop');
new Include(shop, 'More', { url: 'more.yaml' });
process.stdout.write(publish(manifestsOf(shop.node.root as SiteApp)));
`,
    );
    ownCopies(project, 'cdk8s');
    await synth();
    const moved = join(project.root, '../moved');
    renameSync(project.root, moved);
    symlinkSync(moved, project.root);
    rmSync(join(moved, 'dist'), { recursive: true });
    await synth();
    expect([...project.dist().keys()]).toEqual(['shop/configmap.more.yaml']);
  });
});

describe('a synth that was stopped for a while', () => {
  /** While it stands still, somebody saves another site and synthesizes that. */
  const overtaken = (other: string, own: string) => `import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
if (!existsSync('overtaken')) {
  writeFileSync('overtaken', '');
  writeFileSync('platform.ts', ${JSON.stringify(other)});
  execFileSync(process.execPath, ['scripts/synth.cjs']);
}
${own}`;

  test('does not write over what a later one has written from newer sources', async () => {
    project.write('platform.ts', overtaken(site('6Gi'), site('5Gi')));
    expect(await project.run()).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'another synth has written dist/ from newer sources, nothing was written\n\n' +
        '  start again if they have changed since\n',
    });
    expect(project.settings()).toContain('disk: 6Gi');
    expect(readdirSync(project.root).filter((name) => name.startsWith('dist.'))).toEqual([]);
  });

  test('writes over what an earlier one has written from older sources', async () => {
    project.write('platform.ts', overtaken(site('6Gi'), site('5Gi')));
    writeFileSync(join(project.root, 'overtaken'), '');
    await synth();
    expect(project.settings()).toContain('disk: 5Gi');
  });
});
