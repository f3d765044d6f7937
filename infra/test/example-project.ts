import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { untouched } from './sites.ts';

const infra = join(import.meta.dirname, '..');

/** What a program of `infra/` reads of the project around it. */
const AROUND = ['kubernetes', 'package.json', 'launch', 'scripts', 'site'];

/** Copies the project with an example for its site that names no account, and without what an owner's cloud handed over. */
export function aProject(): string {
  const top = mkdtempSync(join(tmpdir(), 'armstead-infra-'));
  for (const name of AROUND) cpSync(join(infra, '..', name), join(top, name), { recursive: true });
  mkdirSync(join(top, 'infra'));
  cpSync(infra, join(top, 'infra'), { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  for (const folder of ['node_modules', 'infra/node_modules'])
    symlinkSync(join(infra, '..', folder), join(top, folder));
  const { infrastructure, ...others } = untouched;
  const text = `import { site } from './site/index.ts';\n\nexport default site(${JSON.stringify(others)});\n`;
  writeFileSync(join(top, 'platform.ts'), text);
  return top;
}
