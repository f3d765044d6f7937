// Runs tools of the packages for a script of package.json, and first says in one line what is not installed.
//
//   node scripts/tool.mjs vitest run --project cluster
//   node scripts/tool.mjs tsc then tsc -p launch              one after the other, to the first that fails
//   node scripts/tool.mjs needs kubectl then vitest run       first looks for programs that no package brings
//
// --help tells what the script is for; the words behind it on the command line go to the last tool.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { needPackages } from '../launch/packages.cjs';
import { missingPrograms } from './tool/programs.mjs';
import { toolUsage } from './tool/usage.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inInfra = basename(process.cwd()) === 'infra';
const words = process.argv.slice(2);
const steps = stepsOf(words);
const [programs, tools] = [steps.filter(isNeed), steps.filter((step) => !isNeed(step))];

if (words.some((word) => ['--help', '-h'].includes(word))) {
  process.stdout.write(toolUsage(process.env.npm_lifecycle_event, inInfra, tools));
} else {
  needPackages(...(inInfra ? ['infra'] : []));
  const missing = missingPrograms(programs.flatMap(([, ...names]) => names));
  if (missing) process.stderr.write(missing);
  process.exitCode = missing ? 1 : await runAll();
}

function isNeed([tool]) {
  return tool === 'needs';
}

/** The words between one `then` and the next. */
function stepsOf(all) {
  const end = all.indexOf('then');
  return end < 0 ? [all] : [all.slice(0, end), ...stepsOf(all.slice(end + 1))];
}

async function runAll() {
  for (const [tool, ...args] of tools) {
    const code = await run(tool, args);
    if (code !== 0) return code;
  }
  return 0;
}

/** Runs a tool to its end, and answers its exit code. */
async function run(tool, args) {
  const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const child = spawn(tool, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH },
    shell: process.platform === 'win32',
  });
  // Ctrl-C reaches the tool too, which ends in its own way.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill());
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
