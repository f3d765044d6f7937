import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { writeTree } from '../../output/write-tree.ts';
import { tree } from './fixtures/trees.ts';
import { aFolder, contentsOf, removeFolders } from './support.ts';

afterAll(removeFolders);

let root: string;
let dist: string;

beforeEach(() => {
  root = aFolder();
  dist = join(root, 'dist');
});

/** What tells whether anything has touched a file. */
function marks(path: string): unknown {
  const { ino, mtimeMs, ctimeMs } = statSync(join(dist, path));
  return { ino, mtimeMs, ctimeMs };
}

describe('a written tree', () => {
  test('is made where there is no folder yet, and none around it', () => {
    dist = join(root, 'a/b/dist');
    expect(writeTree(dist, tree('old'))).toEqual({ kept: 0, written: [...tree('old').keys()], removed: [] });
    expect(contentsOf(dist)).toEqual(tree('old'));
  });

  test('holds its files and nothing else: other files, folders and links disappear', () => {
    mkdirSync(join(dist, 'mine/empty'), { recursive: true });
    writeFileSync(join(dist, 'mine/notes.txt'), 'x');
    symlinkSync('/nowhere', join(dist, 'link'));
    writeTree(dist, tree('new'));
    expect(contentsOf(dist)).toEqual(tree('new'));
    expect(readdirSync(dist).sort()).toEqual(['changed', 'only-new', 'same', 'top.yaml']);
  });

  test('replaces a folder by a file and a file by a folder', () => {
    writeTree(
      dist,
      new Map([
        ['a', 'file'],
        ['b/c', 'file'],
      ]),
    );
    writeTree(
      dist,
      new Map([
        ['a/c', 'file'],
        ['b', 'file'],
      ]),
    );
    expect(contentsOf(dist)).toEqual(
      new Map([
        ['a/c', 'file'],
        ['b', 'file'],
      ]),
    );
  });

  test('keeps inode and time stamps of the files that stay the same', () => {
    writeTree(dist, tree('old'));
    const { ino, mtimeMs } = statSync(join(dist, 'same/a.yaml'));
    expect(writeTree(dist, tree('new'))).toEqual({
      kept: 1,
      written: ['changed/deep/a.yaml', 'only-new/a.yaml', 'top.yaml'],
      removed: ['only-old', 'only-old/a.yaml'],
    });
    expect(contentsOf(dist)).toEqual(tree('new'));
    expect(statSync(join(dist, 'same/a.yaml'))).toMatchObject({ ino, mtimeMs, nlink: 1 });
  });

  test('touches nothing at all where nothing has changed, neither files nor folders', () => {
    writeTree(dist, tree('old'));
    const paths = ['.', '..', 'same', 'same/a.yaml', 'top.yaml'];
    const before = paths.map(marks);
    expect(writeTree(dist, tree('old'))).toEqual({ kept: 4, written: [], removed: [] });
    expect(paths.map(marks)).toEqual(before);
  });

  test('leaves nothing beside itself', () => {
    writeTree(dist, tree('old'));
    writeTree(dist, tree('new'));
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('is written through a link to a folder on another device', () => {
    const elsewhere = aFolder(existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
    mkdirSync(join(elsewhere, 'real'));
    symlinkSync(join(elsewhere, 'real'), dist);
    writeTree(dist, tree('new'));
    expect(contentsOf(join(elsewhere, 'real'))).toEqual(tree('new'));
    expect(readdirSync(elsewhere)).toEqual(['real']);
  });

  test.each([
    ['bytes that are no UTF-8 but read like the text', 'a: \ufffd\n', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a])],
    ['a mark of the byte order before the text', 'a: b\n', Buffer.from('\ufeffa: b\n')],
  ])('replaces %s', (_, text, bytes) => {
    mkdirSync(dist);
    writeFileSync(join(dist, 'a.yaml'), bytes);
    expect(writeTree(dist, new Map([['a.yaml', text]]))).toEqual({ kept: 0, written: ['a.yaml'], removed: [] });
    expect(readFileSync(join(dist, 'a.yaml'))).toEqual(Buffer.from(text));
  });

  test.each(['a: \ufffd\n', 'a: \u{1f600}\n', 'a: \ud800\n'])('leaves a file with %j that stays the same', (text) => {
    writeTree(dist, new Map([['a.yaml', text]]));
    expect(writeTree(dist, new Map([['a.yaml', text]]))).toEqual({ kept: 1, written: [], removed: [] });
  });

  test('has the very bytes of the text', () => {
    writeTree(dist, new Map([['a', 'ß 🙂\r\n\u0000']]));
    expect(readFileSync(join(dist, 'a'))).toEqual(Buffer.from('ß 🙂\r\n\u0000'));
  });
});

describe('a folder that cannot be written is refused with the reason', () => {
  test('a file in its place', () => {
    writeFileSync(dist, 'mine');
    expect(() => writeTree(dist, tree('new'))).toThrow(
      `${dist} cannot be written (ENOTDIR: not a directory, scandir '${dist}'); what it held is still there\n\n` +
        '  a file stands where a folder belongs; move it away\n',
    );
    expect(readFileSync(dist, 'utf8')).toBe('mine');
  });

  test('a link to nowhere', () => {
    symlinkSync('/nowhere/at/all', dist);
    expect(() => writeTree(dist, tree('new'))).toThrow('it is a link to a folder that is not there; remove the link\n');
  });
});
