import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** One object of an output folder. */
export interface Document {
  /** First part of the path of its file, without the ending. */
  readonly folder: string;

  readonly object: Record<string, unknown>;
}

/** Every object in the YAML files of a folder. */
export function documentsIn(folder: string): Document[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) =>
    name.endsWith('.yaml'),
  );
  return files.flatMap((file) => {
    const path = join(file.parentPath, file.name);
    const first = relative(folder, path).split(sep)[0]?.replace(/\..*$/, '') ?? '';
    const documents = parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' });
    return documents.map((document) => ({ folder: first, object: document.toJSON() }));
  });
}
