// How long this project takes for a synth, against the untouched template of `cdk8s init` with the same objects.
//
//   npm run bench                          the example site
//   npm run bench -- --services 100        so many services of six objects each
//   npm run bench -- --runs 9              how often each side runs
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
module.exports.bench(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
