import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';
import { difference, type Files, foldersOf, holds } from './tree-difference.ts';
import { clear, heal, identityOf, type Places, placesOf, swap } from './tree-swap.ts';

/** What a write has touched, by paths in the folder. */
export interface Changes {
  /** How many files stayed as they were. */
  readonly kept: number;

  /** Files that are new or have another content. */
  readonly written: readonly string[];

  /** Whatever else was there: other files, links, empty folders. */
  readonly removed: readonly string[];
}

/** Each time that another writer was faster a writer starts again: not more often than this. */
const MOST_TRIES = 30;

/** How it shows that another writer has changed the folder meanwhile. */
const OVERTAKEN = ['ENOENT', 'ENOTEMPTY', 'EEXIST'];

/**
 * Makes a folder hold these files and nothing else, all at once.
 *
 * The next tree is made beside the folder and then takes its place, so that nobody ever finds half of one and half of
 * another, whenever the process is killed. Files that stay the same keep their inode and time stamps, and where all do,
 * nothing is touched. Of two writers of one folder the slower one starts again, over the tree of the other.
 *
 * @param consent is called last, after anything that another writer has done; it throws if the tree must stay as it is
 */
export function writeTree(folder: string, files: Files, consent: () => void = () => {}): Changes {
  return withReasons(folder, () => {
    const target = realFolder(folder);
    heal(target);
    return persistently(() => replace(target, files, consent));
  });
}

function persistently<T>(work: () => T): T {
  for (let tries = 1; ; tries++) {
    try {
      return work();
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (tries === MOST_TRIES || !OVERTAKEN.includes(code)) throw error;
    }
  }
}

/** Repairs a folder whose last writer was killed between two steps. `writeTree` does it too; this is for a start that writes nothing. */
export function healTree(folder: string): void {
  heal(realFolder(folder));
}

function replace(target: string, files: Files, consent: () => void): Changes {
  const found = identityOf(target);
  const { kept, written, removed } = difference(target, files);
  if (written.length > 0 || removed.length > 0) {
    mkdirSync(dirname(target), { recursive: true });
    const places = placesOf(target);
    try {
      makeNext(places, files, kept);
      consent();
      swap(places, found);
    } finally {
      clear(places);
    }
  }
  return { kept: kept.size, written, removed };
}

/** Another writer may replace the target meanwhile: what was linked counts only if it holds the right text now. */
function makeNext({ target, next }: Places, files: Files, kept: ReadonlySet<string>): void {
  mkdirSync(next);
  for (const folder of foldersOf(files.keys())) mkdirSync(join(next, folder));
  for (const [path, contents] of files) {
    const file = join(next, path);
    if (kept.has(path)) {
      keep(join(target, path), file);
      if (holds(file, contents)) continue;
      rmSync(file);
    }
    writeFileSync(file, contents);
  }
}

/** Not every file system has hard links; where there are none a copy with the same time stamps has to do. */
function keep(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    const { atime, mtime } = statSync(from);
    copyFileSync(from, to);
    utimesSync(to, atime, mtime);
  }
}

/** The folder itself where the path is a link to it: a rename has to stay on one device. */
function realFolder(folder: string): string {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return realpathSync(folder);
  return folder;
}

/** What the usual errors of a file system mean here, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'its folder is not writable for you; give yourself the right, or work in a copy that is yours',
  EPERM: 'its folder is not writable for you; give yourself the right, or work in a copy that is yours',
  EROFS: 'it lies on a read-only file system; work in a copy that is not',
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'your disk quota is used up; free some space',
  EXDEV: 'it lies on another device than the folder around it; make it a plain folder',
  EBUSY: 'it is a mount point or is held open by a program; make it a plain folder, or close the program',
  ENOTEMPTY: 'other programs keep changing it; wait until they have ended, and start again',
  ENOTDIR: 'a file stands where a folder belongs; move it away',
  EEXIST: 'a file stands where a folder belongs; move it away',
  ENOENT: 'it is a link to a folder that is not there; remove the link',
};

function withReasons<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = REASONS[code];
    if (!reason) throw error;
    throw new Refusal(`${folder} cannot be written (${message}); what it held is still there\n\n  ${reason}\n`);
  }
}
