// How long a synth takes, how much memory, and what grows: this project, helm, kustomize and the template of cdk8s init
// on the same objects. docs/benchmarks.md tells what is compared and how.
//
//   npm run bench                          the example site, then 1 to 10,000 services of six objects each
//   npm run bench -- --services 100        only so many services; may be given several times
//   npm run bench -- --runs 9              how often each side runs
//   npm run bench -- --check               warns of ratios that have become worse than those that are kept
//   npm run bench -- --write               writes the results to docs/benchmarks.md
//
// helm and kubectl are taken from PATH, or from where HELM and KUBECTL say.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('bench/bench.ts', import.meta.url))],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  write: false,
});
const module = { exports: {} };
new Function('require', 'module', outputFiles[0].text)(createRequire(import.meta.url), module);
try {
  await module.exports.bench(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
