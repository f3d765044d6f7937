import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The folders of one writer, all beside the folder itself, so that a rename is enough. No other writer uses their names. */
export interface Places {
  /** The folder that everybody reads. */
  readonly target: string;

  /** The tree that is being made. */
  readonly next: string;

  /** The tree that was there before, for the moment between the two renames. */
  readonly old: string;
}

export function placesOf(target: string): Places {
  const writer = newWriter();
  return { target, next: `${target}.next.${writer}`, old: `${target}.old.${writer}` };
}

const newWriter = () => `${process.pid}.${randomBytes(6).toString('hex')}`;

/** What tells the tree in a folder from every other one that was or will be there; undefined where there is none. */
export function identityOf(folder: string): string | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeMs}`;
}

/**
 * Puts the next tree in the place of the one that was found there, and throws an error with the code `ENOTEMPTY` where
 * another writer was faster.
 *
 * A kill at any moment leaves the target whole, the old tree or the new one, or for the moment between the two renames
 * absent: `heal` then brings the old one back.
 */
export function swap({ target, next, old }: Places, found: string | undefined): void {
  try {
    if (found !== undefined) renameSync(target, old);
    if (identityOf(old) !== found)
      throw Object.assign(new Error('ENOTEMPTY: others write to it'), { code: 'ENOTEMPTY' });
    renameSync(next, target);
  } catch (error) {
    settle(target, old);
    throw error;
  }
}

/** Removes what this writer has left beside the folder, if anything. */
export function clear({ target, next, old }: Places): void {
  for (const path of [next, old]) settle(target, path);
}

/**
 * Repairs what killed writers have left beside a folder.
 *
 * A writer on another machine cannot be told from a dead one. That harms nobody: a tree that is being made vanishes at
 * once, so that its writer notices and starts again.
 */
export function heal(target: string): void {
  for (const name of existsSync(dirname(target)) ? readdirSync(dirname(target)) : []) {
    const [, pid] = name.startsWith(`${basename(target)}.`) ? (LEFTOVER.exec(name) ?? []) : [];
    if (pid !== undefined && !isRunning(Number(pid))) settle(target, join(dirname(target), name));
  }
}

/** What the folder was, what it was for, and the process. */
const LEFTOVER = /\.(?:next|old|trash)\.(\d+)\.[0-9a-f]{12}$/;

/** A process has one writer at a time: other folders with its number are those of an earlier one. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts an old tree back where none is, and deletes everything else under another name: half a tree is never taken for one. */
function settle(target: string, path: string): void {
  try {
    const isLast = path.startsWith(`${target}.old.`) && !existsSync(target);
    const place = isLast ? target : `${target}.trash.${newWriter()}`;
    renameSync(path, place);
    if (!isLast) rmSync(place, { recursive: true, force: true });
  } catch {
    // It is not there, or waits for the next writer.
  }
}
