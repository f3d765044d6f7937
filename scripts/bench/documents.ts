import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';

/** One object of an output folder. */
export interface Document {
  /** First part of the path of its file, without the ending. */
  readonly folder: string;

  readonly object: Record<string, unknown>;
}

/** Every object in the YAML files of a folder. */
export function documentsIn(folder: string): Document[] {
  return yamlFiles(folder).flatMap((path) => {
    const first = relative(folder, path).split(sep)[0]?.replace(/\..*$/, '') ?? '';
    return objectsOf(readFileSync(path, 'utf8')).map((object) => ({ folder: first, object }));
  });
}

/** The objects of a text; one after the other, since a text may hold ten thousand. */
export function objectsOf(text: string): Record<string, unknown>[] {
  return text
    .split(/^---(?=\s)/m)
    .map((document) => parse(document, { version: '1.1' }))
    .filter((object) => object !== null);
}

/** How much a side has written. */
export interface Volume {
  readonly files: number;
  readonly bytes: number;
}

export function volumeOf(folder: string): Volume {
  const files = yamlFiles(folder);
  return { files: files.length, bytes: files.reduce((total, path) => total + statSync(path).size, 0) };
}

function yamlFiles(folder: string): string[] {
  const entries: Dirent[] = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter(({ name }) => name.endsWith('.yaml')).map(({ parentPath, name }) => join(parentPath, name));
}
