import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorkTree } from '../repository/support/git.ts';
import { blocks } from './support/readme.ts';

const folder = mkdtempSync(join(tmpdir(), 'armstead-own-'));
const author = new WorkTree(join(folder, 'author'));
const around = new WorkTree(join(folder, 'owner'));
const site = new WorkTree(join(folder, 'owner/platform'));
const project = new WorkTree(join(folder, 'project.git'));
const own = new WorkTree(join(folder, 'own.git'));

beforeAll(() => {
  for (const { path } of [author, around, project, own]) mkdirSync(path);
  for (const bare of [project, own]) bare.git('init', '--quiet', '--bare', '--initial-branch=main');
  author.git('init', '--quiet', '--initial-branch=main');
  author.write('platform.ts', 'the example\n');
  author.commit('Begin');
  author.git('push', '--quiet', project.path, 'main');
  around.succeed(commands());
  site.write('platform.ts', 'mine\n');
  site.commit('Make it mine');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('after the commands of the README', () => {
  test('a plain push goes to the repository of the owner, and the project stays as it is', () => {
    const before = project.git('rev-parse', 'main');
    expect(site.run('git push')).toMatchObject({ status: 0 });
    expect(own.git('rev-parse', 'main')).toBe(site.git('rev-parse', 'HEAD'));
    expect(project.git('rev-parse', 'main')).toBe(before);
  });

  test('a plain pull comes from the repository of the owner', () => {
    expect(site.git('rev-parse', '--abbrev-ref', 'main@{upstream}')).toBe('origin/main');
  });

  test('no push reaches the project, not even one that names it', () => {
    const before = project.git('rev-parse', 'main');
    expect(site.run('git push upstream main').status).not.toBe(0);
    expect(project.git('rev-parse', 'main')).toBe(before);
  });

  test('the project is still read as upstream, for updates', () => {
    site.git('fetch', '--quiet', 'upstream');
    expect(site.git('rev-parse', 'upstream/main')).toBe(project.git('rev-parse', 'main'));
  });
});

/** The commands under `A site of your own`, with repositories of this machine in the place of the addresses. */
function commands(): string {
  const [text = ''] = blocks('sh').filter((block) => block.startsWith('git clone '));
  const addresses = { '<address of this repository>': project.path, 'https://github.com/you/platform.git': own.path };
  return Object.entries(addresses).reduce((line, [address, path]) => {
    expect(line).toContain(address);
    return line.replace(address, path);
  }, text);
}
