// What is wrong with the site that is there, whoever it belongs to: it must synthesize, dist/ must be what comes out, and
// nothing may be requested in a version that means another one tomorrow. Writes nothing but to a folder of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadedPlan } from '../site/load.mjs';
import { filesIn, staleOwnersText, staleText } from './current.mjs';
import { looseCharts, loosePackages } from './pins.mjs';

/** What requests packages. */
const PACKAGES = ['package.json', 'infra/package.json'];

const scratch = mkdtempSync(join(tmpdir(), 'armstead-check-'));
try {
  process.exitCode = await check(join(scratch, 'dist'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Prints what is wrong, or in a line what was found; answers the exit code. */
async function check(folder) {
  const env = { ...process.env, CDK8S_OUTDIR: folder };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/synth.cjs'], { env, encoding: 'utf8' });
  if (status !== 0) return said(stderr, 1);
  const fresh = filesIn(folder);
  const loose = [
    ...PACKAGES.filter((file) => existsSync(file)).flatMap((file) => loosePackages(file, readFileSync(file, 'utf8'))),
    ...looseCharts(fresh),
  ];
  const { plan, codeOwnersChanges, textOfFile } = await loadedPlan();
  const owners = staleOwnersText(codeOwnersChanges(plan.codeOwners, textOfFile));
  const problems = [staleText(filesIn('dist'), fresh), owners, loose.map((line) => `${line}\n`).join('')].filter(
    Boolean,
  );
  if (problems.length > 0) return said(problems.join('\n'), 1);
  const [budget = ''] = /^budget: .*$/m.exec(stderr) ?? [];
  return said(`dist/ is what platform.ts gives: ${fresh.size} files. ${budget}\n`, 0);
}

function said(text, code) {
  process.stdout.write(text);
  return code;
}
