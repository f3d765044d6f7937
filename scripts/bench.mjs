// How long a synth takes, how much memory, and what grows: this project, helm, kustomize and the template of cdk8s init
// on the same objects. docs/benchmarks.md tells what is compared and how; --help tells what this takes.
import { fileURLToPath } from 'node:url';
import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';
import { COMMAND } from './bench/command.mjs';

commandLine(COMMAND);
try {
  const { bench } = await launch.load('scripts/bench/bench.ts');
  await bench(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
