import { existsSync, renameSync, rmSync } from 'node:fs';

/** The folders that a change of trees uses, all beside the folder itself, so that a rename is enough. */
export interface Places {
  /** The folder that everybody reads. */
  readonly target: string;

  /** The tree that is being made. */
  readonly next: string;

  /** The tree that was there before, for the moment between the two renames. */
  readonly old: string;

  /** What is being deleted, so that half of it is never taken for a tree. */
  readonly trash: string;

  /** The folder of the lock. */
  readonly lock: string;
}

export function placesOf(target: string): Places {
  return {
    target,
    next: `${target}.next`,
    old: `${target}.old`,
    trash: `${target}.trash`,
    lock: `${target}.lock`,
  };
}

/** Whether an earlier process was interrupted, or another one is at work. */
export function hasLeftovers({ next, old, trash, lock }: Places): boolean {
  return [next, old, trash, lock].some((path) => existsSync(path));
}

/**
 * Puts the next tree in the place of the present one.
 *
 * A kill at any moment leaves the target whole, the old tree or the new one, or for the moment between the two renames
 * absent: `heal` then brings the old one back.
 */
export function swap(places: Places): void {
  const { target, next, old } = places;
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  try {
    discard(places);
  } catch {
    // The new tree is in its place; what could not be deleted waits for the next writer.
  }
}

/** Repairs what an interrupted writer has left. Only for the holder of the lock. */
export function heal(places: Places): void {
  const { target, next, old, trash } = places;
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  for (const rest of [next, trash]) rmSync(rest, { recursive: true, force: true });
  discard(places);
}

/** Deletes the old tree, under another name: half of it must never be taken for a tree. */
function discard({ old, trash }: Places): void {
  if (!existsSync(old)) return;
  renameSync(old, trash);
  rmSync(trash, { recursive: true, force: true });
}
