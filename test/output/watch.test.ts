import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aProject, type Project, WITH_CDK8S } from './project.ts';
import { removeFolders } from './support.ts';

afterAll(removeFolders);

let project: Project;
let watcher: ChildProcess;
let printed: string;

beforeEach(async () => {
  project = await aProject(WITH_CDK8S);
  printed = '';
  watcher = spawn(process.execPath, [join(project.root, 'scripts/synth-watch.cjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [watcher.stdout, watcher.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  await until('dist/: 2 written, 0 removed, 0 unchanged\n');
});

afterEach(async () => {
  const ended = new Promise((resolve) => watcher.once('exit', resolve));
  watcher.kill();
  await ended;
});

/** Waits until something was printed, and returns all that was printed since the last time. */
async function until(text: string): Promise<string> {
  await vi.waitFor(() => expect(printed).toContain(text), { timeout: 50_000, interval: 10 });
  const all = printed;
  printed = '';
  return all;
}

describe('npm run watch', () => {
  test('writes dist/ again after a change, prints what is wrong, and goes on', async () => {
    project.write('site/greeting.ts', "export const greeting = 'moin';\n");
    expect(await until('1 unchanged\n')).toBe(
      '\nsite/greeting.ts changed\nwritten  dist/shop/configmap.settings.yaml\ndist/: 1 written, 0 removed, 1 unchanged\n',
    );
    expect(project.settings()).toContain('greeting: moin');

    project.write('platform.ts', "export default { name: 'homestead', disk: '5Gi', refuse: 'yes' };\n");
    expect(await until('is set\n')).toContain('platform.ts: 1 problem, nothing was written\n');
    project.write('platform.ts', 'export default {\n');
    await until('platform.ts:2:1: cannot be read');
    expect(project.settings()).toContain('greeting: moin');

    project.write('platform.ts', "export default { name: 'homestead', disk: '7Gi', refuse: '' };\n");
    await until('1 written');
    expect(project.settings()).toContain('disk: 7Gi');
  });

  test('sees new folders, and a folder that was deleted and made again', async () => {
    project.write('site/words/more.ts', "export const word = 'salut';\n");
    await until('2 unchanged\n');
    project.write('site/greeting.ts', "export { word as greeting } from './words/more.ts';\n");
    await until('1 written');
    project.write('site/words/more.ts', "export const word = 'hej';\n");
    await until('1 written');

    rmSync(join(project.root, 'site/words'), { recursive: true });
    await until('cannot be read');
    mkdirSync(join(project.root, 'site/words'));
    project.write('site/words/more.ts', "export const word = 'ahoj';\n");
    await until('1 written');
    project.write('site/words/more.ts', "export const word = 'tere';\n");
    await until('1 written');
    expect(project.settings()).toContain('greeting: tere');
  });
});
