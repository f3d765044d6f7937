import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths inside the tree and what stands in them; with `/` on every system. */
export type Files = ReadonlyMap<string, string>;

/** What has to happen so that a folder holds these files and nothing else. */
export interface Difference {
  /** Files that stay as they are. */
  readonly kept: ReadonlySet<string>;

  /** Files that are new or have another content. */
  readonly written: readonly string[];

  /** Whatever else is in the folder: other files, links, empty folders. */
  readonly removed: readonly string[];
}

export function difference(folder: string, files: Files): Difference {
  const present = new Set(entries(folder));
  const kept = new Set<string>();
  const written: string[] = [];
  for (const [path, contents] of files) {
    if (present.has(path) && holds(join(folder, path), contents)) kept.add(path);
    else written.push(path);
  }
  const folders = foldersOf(files.keys());
  const removed = [...present].filter((path) => !files.has(path) && !folders.has(path));
  return { kept, written, removed };
}

/** Every folder that one of the paths lies in, each after the one around it. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) add(dirname(path));
  return folders;

  function add(folder: string): void {
    if (folder === '.' || folders.has(folder)) return;
    add(dirname(folder));
    folders.add(folder);
  }
}

/** Paths of everything in a folder. */
function entries(folder: string, prefix = ''): string[] {
  return list(folder).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? [path, ...entries(join(folder, entry.name), `${path}/`)] : [path];
  });
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The character that stands for bytes that are no UTF-8, and halves of characters, which it stands for when written. */
const REPLACED = /[\ufffd\ud800-\udfff]/;

/** Whether a file is there and has this content. */
export function holds(path: string, contents: string): boolean {
  try {
    // As text a file is read in two thirds of the time. Bytes that are no UTF-8 are read as this character.
    if (!REPLACED.test(contents)) return readFileSync(path, 'utf8') === contents;
    return readFileSync(path).equals(Buffer.from(contents));
  } catch (error) {
    // A folder or a dangling link stands where the file belongs, or another synth has just put its own tree here.
    if (['EISDIR', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
