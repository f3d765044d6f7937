// Writes the dashboards that `dashboards/` states as code into the files that a site provisions.
//
//   npm run dashboards
//
// The library that states them is large and needed by nobody else: a synth reads the finished files instead.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from './command-line.mjs';
import { needPackages } from './packages.cjs';

commandLine({
  usage: `usage: npm run dashboards

  Writes the dashboards of dashboards/ as the JSON files that a site provisions.`,
});
needPackages();
const { buildSync } = await import('esbuild');

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(root, 'node_modules/.dashboards-'));
try {
  const outfile = join(scratch, 'dashboards.cjs');
  buildSync({ entryPoints: [join(root, 'dashboards/index.ts')], outfile, bundle: true, platform: 'node' });
  const { dashboards } = createRequire(import.meta.url)(outfile);
  for (const dashboard of dashboards) {
    const file = join(root, 'constructs/monitoring-stack/dashboards', `${dashboard.uid}.json`);
    writeFileSync(file, `${JSON.stringify(dashboard, null, 2)}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
