// How long a synth takes, how much memory, and what grows: this project, helm, kustomize and the template of cdk8s init
// on the same objects. docs/benchmarks.md tells what is compared and how; --help tells what this takes.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { COMMAND } from './bench/command.mjs';
import { commandLine } from './command-line.mjs';
import { needPackages } from './packages.cjs';

commandLine(COMMAND);
needPackages();
const { build } = await import('esbuild');
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
