import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileChange } from './code-owners.ts';
import { clear, heal, placesOf } from './tree-swap.ts';

/** The text of a file; undefined where there is none. */
export function textOfFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Writes files beside `dist/`, each whole or not at all, and answers what has changed, a line each. */
export function writeFiles(changes: readonly FileChange[]): string {
  for (const change of changes) writeWhole(change);
  return changes.map(({ path, text }) => `${text === undefined ? 'removed' : 'written'}  ${path}\n`).join('');
}

function writeWhole({ path, text }: FileChange): void {
  heal(path);
  if (text === undefined) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const places = placesOf(path);
  try {
    writeFileSync(places.next, text);
    renameSync(places.next, path);
  } finally {
    clear(places);
  }
}
