import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';
import { type Difference, difference, type Files, foldersOf } from './tree-difference.ts';
import { withLock } from './tree-lock.ts';
import { hasLeftovers, heal, type Places, placesOf, swap } from './tree-swap.ts';

/** What a write has touched, by paths in the folder. */
export interface Changes {
  /** How many files stayed as they were. */
  readonly kept: number;

  /** Files that are new or have another content. */
  readonly written: readonly string[];

  /** Whatever else was there: other files, links, empty folders. */
  readonly removed: readonly string[];
}

/**
 * Makes a folder hold these files and nothing else, all at once.
 *
 * The next tree is made beside the folder and then takes its place, so that nobody ever finds half of one and half of
 * another, whenever the process is killed. Files that stay the same keep their inode and time stamps, and where all do,
 * nothing is touched. Two writers of one folder wait for each other.
 *
 * @param consent is asked last, when nobody else can write any more; it throws if the tree must stay as it is
 */
export function writeTree(folder: string, files: Files, consent: () => void = () => {}): Changes {
  return withReasons(folder, () => {
    const places = placesOf(realFolder(folder));
    const before = hasLeftovers(places) ? undefined : difference(places.target, files);
    if (before && isNothing(before)) return changes(before);
    mkdirSync(dirname(places.target), { recursive: true });
    return withLock(places.lock, () => replace(places, files, consent));
  });
}

/**
 * Repairs a folder whose last writer was killed between two steps. `writeTree` does it too; this is for a start that
 * writes nothing. Where another writer is at work there is nothing to do: it has repaired the folder itself.
 */
export function healTree(folder: string): void {
  const places = placesOf(realFolder(folder));
  if (!hasLeftovers(places)) return;
  try {
    withLock(places.lock, () => heal(places), 0);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function replace(places: Places, files: Files, consent: () => void): Changes {
  heal(places);
  const change = difference(places.target, files);
  if (isNothing(change)) return changes(change);
  try {
    makeNext(places, files, change);
    consent();
    swap(places);
  } catch (error) {
    heal(places);
    throw error;
  }
  return changes(change);
}

function makeNext({ target, next }: Places, files: Files, { kept }: Difference): void {
  mkdirSync(next);
  for (const folder of foldersOf(files.keys())) mkdirSync(join(next, folder));
  for (const [path, contents] of files) {
    if (kept.has(path)) keep(join(target, path), join(next, path));
    else writeFileSync(join(next, path), contents);
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

function isNothing({ written, removed }: Difference): boolean {
  return written.length === 0 && removed.length === 0;
}

function changes({ kept, written, removed }: Difference): Changes {
  return { kept: kept.size, written, removed };
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
