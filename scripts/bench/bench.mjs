// `npm run bench`: how long this project takes for a synth, against the template of `cdk8s init` with the same objects.
//
//   npm run bench                          the example site
//   npm run bench -- --services 100        so many services of six objects each
//   npm run bench -- --runs 9              how often each side runs
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireEqual } from './equal.mjs';
import { measure } from './measure.mjs';
import { report } from './report.mjs';
import { armsteadByCommand, armsteadByNode } from './sides/armstead.mjs';
import { stock } from './sides/stock.mjs';
import { services } from './workloads/services.mjs';
import { site } from './workloads/site.mjs';

const { values } = parseArgs({
  options: { services: { type: 'string' }, runs: { type: 'string', default: '5' } },
});

const folder = mkdtempSync(join(tmpdir(), 'armstead-bench-'));
try {
  const workload = values.services ? services(Number(values.services)) : await site();
  const sides = [stock, armsteadByCommand, armsteadByNode].map((side) => side(workload, folder));
  const [first, ...others] = sides.map((side) => ({ side, ...measure(side) }));
  for (const other of others) requireEqual(first.side, other.side);
  process.stdout.write(`${workload.title}; ${cpus().length} processors, ${cpus()[0]?.model}, Node ${process.version}\n\n`);
  report(sides, Number(values.runs));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
