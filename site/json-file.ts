import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
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
  const { text, error } = textOf(path);
  if (error !== undefined) {
    return unread(file, { id: 'readable', found: '', rule: `is not a file that can be read (${error})`, fix: again });
  }
  if (text === undefined) return undefined;
  try {
    const draft = read(JSON.parse(text), file);
    return (draft.problems.length === 0 && twiceIn(text, file)) || draft;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return unread(file, { id: 'json', found: '', rule: 'is not JSON', fix: again });
  }
}

/** JSON takes two entries with one name, and forgets the first. */
function twiceIn(text: string, file: string): Draft<never> | undefined {
  const twice = parseDocument(text, { schema: 'json', uniqueKeys: true }).errors.find(
    ({ code }) => code === 'DUPLICATE_KEY',
  );
  if (!twice) return undefined;
  const [name] = /"(\\.|[^"\\])*"/.exec(text.slice(twice.pos[0])) ?? [];
  return unread(file, {
    id: 'once',
    found: '',
    rule: `has two entries ${JSON.parse(name ?? '""')} in one place, of which only the last one would count`,
    fix: 'write one of them, with all that belongs in it',
  });
}

/** What keeps a file from being read, in the words of Node: it is a folder, below a file, nobody's, or leads to itself. */
const UNREADABLE = ['EISDIR', 'ENOTDIR', 'EACCES', 'ELOOP'];

function textOf(file: string): { readonly text?: string; readonly error?: string } {
  try {
    return { text: readFileSync(file, 'utf8').replace(/^\u{feff}/u, '') };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    if (UNREADABLE.includes(code)) return { error: code };
    throw error;
  }
}
