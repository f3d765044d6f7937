import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { linkPackages } from '../support/example-project.ts';
import { top } from './support/files.ts';
import { ProjectAndSite } from './support/git.ts';
import { blocks } from './support/readme.ts';
import { filesIn } from './support/trees.ts';

const UPDATE = `node ${join(top, 'scripts/update.mjs')}`;

/** Enough of a project for what the update does with git. */
const SMALL = { 'platform.ts': 'the example\n', 'dist/a.yaml': 'example\n', 'site/site.ts': 'first\n' };

let both: ProjectAndSite;
afterEach(() => both.remove());

describe('an update', () => {
  test('keeps platform.ts and makes dist/ anew, whatever the project has done to its own', { timeout: 180_000 }, () => {
    both = new ProjectAndSite('this project');
    const { project, site } = both;
    linkPackages(site.path);
    site.replace('platform.ts', "name: 'homestead'", "name: 'cottage'");
    site.replace('platform.ts', 'github.com/you/platform', 'github.com/me/cottage');
    expect(site.run('npx cdk8s synth')).toMatchObject({ status: 0 });
    site.commit('Make it mine');
    const mine = site.read('platform.ts');
    const [removed = '', changed = ''] = site.git('diff', '--name-only', 'HEAD~', '--', 'dist').split('\n');

    project.replace('platform.ts', "name: 'homestead'", "name: 'estate'");
    project.replace('constructs/versions.ts', /victoria-metrics:v[\d.]+/, 'victoria-metrics:v99.0.0');
    project.delete(removed);
    project.write(changed, 'something else\n');
    project.write('dist/monitoring/service.new.yaml', 'something new\n');
    project.commit('Go on');

    expect(site.run(withoutNetwork(updateCommands()))).toMatchObject({ status: 0 });
    site.git('commit', '--quiet', '--no-edit');
    expect(site.git('status', '--porcelain')).toBe('');
    expect(site.read('platform.ts')).toBe(mine);
    expect(site.read('dist/monitoring/deployment.metrics.yaml')).toContain('victoria-metrics:v99.0.0');
    expect(site.run('CDK8S_OUTDIR=fresh node scripts/synth.cjs')).toMatchObject({ status: 0 });
    expect(filesIn(join(site.path, 'dist'))).toEqual(filesIn(join(site.path, 'fresh')));
  });

  test('names the files of the project that both sides have changed, and says how to go on', () => {
    both = new ProjectAndSite(SMALL);
    both.site.write('site/site.ts', 'mine\n');
    both.site.commit('Change the project');
    both.project.write('site/site.ts', 'second\n');
    both.project.write('platform.ts', 'another example\n');
    both.project.commit('Go on');
    expect(both.site.run(UPDATE)).toEqual({
      status: 1,
      output: [
        'You changed these files, and so did the project:',
        '  site/site.ts',
        '',
        'Mend them and git add them. Then: npm ci && npx cdk8s synth && git add --all dist, a look at git diff --cached dist, git commit\n',
      ].join('\n'),
    });
    expect(both.site.read('platform.ts')).toBe('the example\n');
  });

  test('begins only where everything is committed', () => {
    both = new ProjectAndSite(SMALL);
    both.site.write('platform.ts', 'half an idea\n');
    expect(both.site.run(UPDATE)).toEqual({
      status: 1,
      output: 'There are changes that are not committed. Commit them first.\n',
    });
    expect(both.site.read('platform.ts')).toBe('half an idea\n');
  });

  test('says what is missing where git does not know the project', () => {
    both = new ProjectAndSite(SMALL);
    both.site.git('remote', 'remove', 'upstream');
    expect(both.site.run(UPDATE)).toEqual({
      status: 1,
      output: 'git knows no upstream. Add it: git remote add upstream <address of the project>\n',
    });
  });

  test('says so when there is nothing new', () => {
    both = new ProjectAndSite(SMALL);
    expect(both.site.run(UPDATE)).toEqual({ status: 0, output: 'Your site has everything of upstream/main.\n' });
  });
});

/** The line that the README gives for updates. */
function updateCommands(): string {
  const [line = ''] = blocks('sh')
    .flatMap((block) => block.split('\n'))
    .filter((text) => text.startsWith('npm run update'));
  return line;
}

/** The packages are in place already; asking the registry again is the business of CI. */
function withoutNetwork(line: string): string {
  expect(line).toContain(' && npm ci && ');
  return line.replace(' && npm ci && ', ' && ');
}
