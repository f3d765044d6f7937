import { readFileSync } from 'node:fs';
import { type Draft, unread } from './parser.ts';

/** How a file of data is read. */
export interface Reading<T> {
  /** Reads what stands in it, under the name by which its user knows it. */
  readonly read: (content: unknown, file: string) => Draft<T>;

  /** What to do about a file that holds no JSON. */
  readonly again: string;
}

/**
 * Reads a file of data; nothing where there is none.
 *
 * @param path where it is
 * @param file its name in messages
 */
export function jsonDraft<T>(path: string, file: string, { read, again }: Reading<T>): Draft<T> | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  try {
    return read(JSON.parse(text), file);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return unread(file, { id: 'json', found: '', rule: 'is not JSON', fix: again });
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
