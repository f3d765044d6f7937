import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocks } from '../example/support/readme.ts';
import { filesIn } from '../example/support/trees.ts';
import { Owners } from './owner.ts';
import { sites } from './sites.ts';

let owners: Owners;
beforeAll(() => {
  owners = new Owners();
});
afterAll(() => owners.remove());

test('an update leaves platform.ts as it is and dist/ what it gives, whatever the project has done to its own', () => {
  const { project } = owners;
  const site = owners.owner('updated', sites.minimal);
  const mine = site.read('platform.ts');
  const changes = site.git('diff', '--name-status', 'HEAD~', '--', 'dist').split('\n');
  const [removed = '', changed = ''] = ['D', 'M'].map((how) => changes.find((line) => line.startsWith(how))?.slice(2));

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
