import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { LiveObject } from './objects.ts';

/** Folder of the files that are applied; `DIST` names another one than the committed. */
export const dist = process.env.DIST ?? 'dist';

/** Namespaces, and what belongs to none, come before everything that lies in them. */
const FIRST = ['cluster'];

/** What `npm run bootstrap` applies and removes again: its Job would change the whole cluster. */
const PASSING = ['install'];

/** Objects of Argo CD's own kinds, which a cluster without it does not know. */
const OF_ARGO_CD = ['bootstrap', 'apps'];

/** The folders of `dist/` that stay in a cluster, in the order in which they are applied. */
export function folders(knowsArgoCd: boolean): string[] {
  const special = [...FIRST, ...PASSING, ...OF_ARGO_CD];
  const others = every().filter((folder) => !special.includes(folder));
  return [...FIRST, ...others, ...(knowsArgoCd ? OF_ARGO_CD : [])];
}

/** The folders whose objects are only shown to the API server. */
export function passingFolders(): string[] {
  return every().filter((folder) => PASSING.includes(folder));
}

/** Every object of a folder, as its file has it. */
export function objectsIn(folder: string): LiveObject[] {
  return textsIn(folder)
    .flatMap((text) => parseAllDocuments(text))
    .map((document) => document.toJS() as LiveObject);
}

/** The files of a folder as one, byte for byte. */
export function textOf(folder: string): string {
  return textsIn(folder).join('---\n');
}

function textsIn(folder: string): string[] {
  return readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(join(dist, folder, file), 'utf8'));
}

function every(): string[] {
  if (!existsSync(dist)) throw new Error(`${dist} does not exist: run npx cdk8s synth first`);
  return readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
