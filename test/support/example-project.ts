import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, top } from '../repository/support/files.ts';

/** The example site as an owner finds it in `platform.ts`, whatever stands there today. */
export const EXAMPLE_TEXT = readFileSync(join(top, 'test/fixtures/example.ts'), 'utf8').replaceAll(
  "'../../site/",
  "'./site/",
);

/** Files that only the owner of a site writes, and what follows from them. */
const OWNED = /^(platform\.ts|site\.outputs\.json|dist\/.*)$/;

/** Copies this project into a folder, with the example for its site and without `dist/`. */
export function copyProject(folder: string): void {
  for (const file of files().filter((name) => !OWNED.test(name))) cpSync(join(top, file), join(folder, file));
  writeFileSync(join(folder, 'platform.ts'), EXAMPLE_TEXT);
}

/** Puts the installed packages into place, as `npm ci` would without asking a registry. */
export function linkPackages(folder: string): void {
  const installed = join(top, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(installed).filter((name) => name !== '.cache')) {
    symlinkSync(join(installed, name), join(folder, 'node_modules', name));
  }
}
