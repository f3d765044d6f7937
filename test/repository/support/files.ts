import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OWNED } from '../../../scripts/owned.mjs';

/** The top folder of the project. */
export const top = fileURLToPath(new URL('../../..', import.meta.url));

/** Every file that git has or would take, generated ones included: `site/site.ts`. */
export function files(): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: top, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(join(top, file)));
}

/** The same without what belongs to the owner of a site. */
export function projectFiles(): string[] {
  return files().filter((file) => !OWNED.some((path) => file === path || file.startsWith(`${path}/`)));
}

/** The files that people write for the project. */
export function writtenFiles(): string[] {
  return projectFiles().filter((file) => !/^(dist|imports)\/|(^|\/)package-lock\.json$|^LICENSE$/.test(file));
}

/** The text of a file. */
export function textOf(file: string): string {
  return readFileSync(join(top, file), 'utf8');
}
