import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of files that are told; more help nobody. */
const MOST = 10;

/** Why `dist/` is not current, and what to do; empty where it is. */
export function staleText(committed, fresh) {
  const names = [...new Set([...committed.keys(), ...fresh.keys()])].sort();
  const stale = names.filter((name) => committed.get(name) !== fresh.get(name));
  if (stale.length === 0) return '';
  const lines = stale.slice(0, MOST).map((name) => `  dist/${name}  ${reason(committed.get(name), fresh.get(name))}`);
  const more = stale.length > MOST ? [`  and ${stale.length - MOST} more`] : [];
  const title = `dist/ is not what platform.ts gives: ${stale.length} ${stale.length === 1 ? 'file' : 'files'}`;
  return `${[title, '', ...lines, ...more, '', ADVICE].join('\n')}\n`;
}

const ADVICE = `  run npm run synth, look at git diff dist, and commit dist/ together with platform.ts;
  what somebody wrote into dist/ by hand is then lost: state it in platform.ts`;

function reason(committed, fresh) {
  if (committed === undefined) return 'is missing';
  return fresh === undefined ? 'is no file of this site' : 'differs';
}

/** The same of CODEOWNERS, of which a synth writes the lines of teams; empty where nothing would change. */
export function staleOwnersText(changes) {
  return changes
    .map(
      ({ path }) =>
        `${path} is not what the teams give\n\n  run npm run synth, look at git diff ${path}, and commit it together with teams/\n`,
    )
    .join('\n');
}

/** Every file under a folder with its text, by its path in it; none where there is no folder. */
export function filesIn(folder) {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
    const paths = files.map(({ parentPath, name }) => join(parentPath, name));
    return new Map(
      paths.map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'latin1')]),
    );
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  }
}
