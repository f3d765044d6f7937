import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFiles, top } from '../repository/support/files.ts';

/** The example site as an owner finds it in `platform.ts`, whatever stands there today. */
export const EXAMPLE_TEXT = readFileSync(join(top, 'test/fixtures/example.ts'), 'utf8').replaceAll(
  "'../../site/",
  "'./site/",
);

/** Copies this project into a folder, with the example for its site, nothing else of an owner and no `dist/`. */
export function copyProject(folder: string): void {
  for (const file of projectFiles().filter((name) => !name.startsWith('dist/')))
    cpSync(join(top, file), join(folder, file));
  writeFileSync(join(folder, 'platform.ts'), EXAMPLE_TEXT);
}

/** What lies beside the packages and is theirs; all else there is a cache of one project. */
const SHARED = ['.bin', '.package-lock.json'];

/** Puts the installed packages into place, as `npm ci` would without asking a registry. */
export function linkPackages(folder: string): void {
  const installed = join(top, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(installed).filter((name) => !name.startsWith('.') || SHARED.includes(name))) {
    symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  }
}
