import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project. */
export const top = fileURLToPath(new URL('../../..', import.meta.url));

/** Every file that git has or would take, generated ones included: `site/site.ts`. */
export function files(): string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: top, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(join(top, file)));
}

/** The files that people write. */
export function writtenFiles(): string[] {
  return files().filter((file) => !/^(dist|imports)\/|(^|\/)package-lock\.json$|^LICENSE$/.test(file));
}

/** The text of a file. */
export function textOf(file: string): string {
  return readFileSync(join(top, file), 'utf8');
}
