import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { healTree, writeTree } from '../../output/write-tree.ts';
import { withFailure } from './failing-calls.ts';
import { tree } from './fixtures/trees.ts';
import { aFolder, contentsOf, removeFolders } from './support.ts';

afterAll(removeFolders);

const root = aFolder();
const writer = [join(import.meta.dirname, '../../launch/index.cjs'), join(import.meta.dirname, 'fixtures/writer.ts')];

/** A folder in a folder of its own, with the old tree in it. */
function aDist(): string {
  const dist = join(mkdtempSync(join(root, 'case-')), 'dist');
  writeTree(dist, tree('old'));
  return dist;
}

/** Which tree a folder holds, all of it; a mixed one is none. */
function treeIn(dist: string): string {
  if (!existsSync(dist)) return 'absent';
  const found = contentsOf(dist);
  const name = (['old', 'new', 'empty'] as const).find((name) => {
    const expected = tree(name);
    return expected.size === found.size && [...expected].every(([path, text]) => found.get(path) === text);
  });
  return name ?? `mixed: ${[...found.keys()].join(' ')}`;
}

/** What has to be true after any interruption: a whole tree, now or after the next start, which leaves nothing behind. */
function expectRepaired(dist: string): void {
  expect(['old', 'new', 'absent']).toContain(treeIn(dist));
  healTree(dist);
  expect(['old', 'new']).toContain(treeIn(dist));
  expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
  writeTree(dist, tree('new'));
  expect(treeIn(dist)).toBe('new');
}

describe('a folder is whole after the next start, the old tree or the new one', () => {
  test('wherever the writer was killed: before each of its changes', () => {
    const states: string[] = [];
    for (let change = 1; ; change++) {
      const dist = aDist();
      const { signal } = spawnSync(process.execPath, [...writer, 'killedBefore', dist, `${change}`]);
      states.push(treeIn(dist));
      expectRepaired(dist);
      if (signal !== 'SIGKILL') break;
    }
    expect(states.length).toBeGreaterThan(15);
    expect([...new Set(states)]).toEqual(['old', 'absent', 'new']);
  });

  test('whenever the writer was killed: at random moments', async () => {
    const dist = aDist();
    for (let kill = 0; kill < 20; kill++) {
      const child = spawn(process.execPath, [...writer, 'alternate', dist], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await wait(Math.random() * 20);
      child.kill('SIGKILL');
      await ended;
      expectRepaired(dist);
    }
  });

  test('whichever call fails, and it is the old one as long as the failure is reported', () => {
    const reports = new Set<string>();
    for (let call = 1; ; call++) {
      const dist = aDist();
      const { mtimeMs } = statSync(join(dist, 'same/a.yaml'));
      const { calls, report } = withFailure(call, 'ENOSPC', () => writeTree(dist, tree('new')));
      if (report) expect(treeIn(dist)).toBe('old');
      expect(statSync(join(dist, 'same/a.yaml')).mtimeMs).toBeCloseTo(mtimeMs, 0);
      reports.add(report.split('\n\n')[1] ?? '');
      expectRepaired(dist);
      if (calls < call) break;
    }
    expect([...reports]).toEqual(['  the disk is full; free some space\n', '']);
  });
});

describe('two writers of one folder', () => {
  test('both come to an end, with the whole tree of one of them', async () => {
    const dist = aDist();
    const writers = ['old', 'new'].map((name) => {
      const child = spawn(process.execPath, [...writer, 'often', dist, name], { stdio: 'inherit' });
      return new Promise((resolve) => child.once('exit', resolve));
    });
    expect(await Promise.all(writers)).toEqual([0, 0]);
    expect(['old', 'new', 'empty']).toContain(treeIn(dist));
    expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
  });

  test('the slower one starts again over the tree of the other, and asks again whether it may', () => {
    const dist = aDist();
    const found: string[] = [];
    const changes = writeTree(dist, tree('new'), () => {
      found.push(treeIn(dist));
      if (found.length === 1) writeTree(dist, tree('empty'));
    });
    expect(found).toEqual(['old', 'empty']);
    expect(changes).toMatchObject({ kept: 1, removed: [] });
    expect(treeIn(dist)).toBe('new');
    expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
  });

  test('the slower one leaves the tree of the other where it may no longer write', () => {
    const dist = aDist();
    const write = () =>
      writeTree(dist, tree('new'), () => {
        if (treeIn(dist) === 'empty') throw new Error('no longer');
        writeTree(dist, tree('empty'));
      });
    expect(write).toThrow(new Error('no longer'));
    expect(treeIn(dist)).toBe('empty');
    expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
  });

  test('one that others overtake again and again gives up, and says why', () => {
    const dist = aDist();
    const others: ('old' | 'empty')[] = [];
    const write = () =>
      writeTree(dist, tree('new'), () => {
        others.push(treeIn(dist) === 'old' ? 'empty' : 'old');
        writeTree(dist, tree(others.at(-1) ?? 'old'));
      });
    expect(write).toThrow(
      'what it held is still there\n\n  other programs keep changing it; wait until they have ended, and start again\n',
    );
    expect(others.length).toBe(30);
    expect(treeIn(dist)).toBe(others.at(-1));
  });
});

describe('a folder that cannot be written', () => {
  test('because its surroundings belong to somebody else is refused with the reason', () => {
    const dist = aDist();
    for (const folder of [root, join(dist, '..'), dist]) chmodSync(folder, 0o755);
    if (process.getuid?.() !== 0) chmodSync(join(dist, '..'), 0o555);
    const { status, stderr } = spawnSync(process.execPath, [...writer, 'asSomebodyElse', dist]);
    expect(`${stderr}`.replace(/next\.\d+\.[0-9a-f]{12}/, 'next')).toBe(
      `Refusal: ${dist} cannot be written (EACCES: permission denied, mkdir '${dist}.next'); what it held is still there\n\n` +
        '  its folder is not writable for you; give yourself the right, or work in a copy that is yours\n',
    );
    expect(status).toBe(1);
    expect(treeIn(dist)).toBe('old');
  });

  test.each([
    ['EXDEV', 'it lies on another device than the folder around it; make it a plain folder'],
    ['EBUSY', 'it is a mount point or is held open by a program; make it a plain folder, or close the program'],
  ])('because a rename answers %s is refused with the reason, and keeps what it held', (code, reason) => {
    const reports: string[] = [];
    for (let call = 1; ; call++) {
      const dist = aDist();
      const { calls, report } = withFailure(call, code, () => writeTree(dist, tree('new')));
      reports.push(report);
      expectRepaired(dist);
      if (calls < call) break;
    }
    expect(reports[0]).toMatch(
      new RegExp(`cannot be written \\(${code}: no luck\\); what it held is still there\n\n  ${reason}\n$`),
    );
  });
});
