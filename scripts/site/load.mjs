import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needPackages } from '../packages.cjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a module of the project exports, with everything that it imports.
 *
 * @param {string} source TypeScript that imports from the top of the project: `export * from './site/index.ts'`
 */
export function loaded(source) {
  needPackages();
  const { buildSync } = require('esbuild');
  const scratch = mkdtempSync(join(root, 'node_modules/.armstead-'));
  try {
    const outfile = join(scratch, 'module.cjs');
    const stdin = { contents: source, resolveDir: root, loader: 'ts' };
    buildSync({ stdin, outfile, bundle: true, platform: 'node', logLevel: 'silent' });
    return require(outfile);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const SITE = `
import platform from './platform.ts';
import { parseSite, reportText } from './site/index.ts';
import { planSite, platformNamespaces } from './site/plan/index.ts';
export { platform, parseSite, reportText, planSite, platformNamespaces };
`;

/** The plan of the site that platform.ts states; a site with mistakes ends the program with its report. */
export function loadedPlan() {
  const { platform, parseSite, reportText, planSite, ...names } = loaded(SITE);
  const parsed = parseSite(platform);
  if (!parsed.ok) {
    process.stderr.write(reportText('platform.ts', parsed.problems, ''));
    process.exit(1);
  }
  return { plan: planSite(parsed.value), ...names };
}
