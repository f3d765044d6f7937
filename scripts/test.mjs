// `npm test`: the unit tests, the linter and the type check at once.
//
// The tests have the terminal for themselves. What the other two have to say follows when all are done; one that has
// failed comes last, and makes the whole fail.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { helpOrPackages } from './tool/help.mjs';

helpOrPackages(`usage: npm test [-- WORD...]

  Proves everything that needs no cluster: the unit tests, and beside them every check that npm test prints at its end.

  WORD   goes to vitest: a part of a path such as test/site runs only the tests there`);

/** Scripts of package.json that run beside the tests. */
const CHECKS = ['lint', 'typecheck'];

const checks = CHECKS.map(check);
const [tests] = await once(
  spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...process.argv.slice(2)], {
    stdio: 'inherit',
  }),
  'exit',
);
const ended = await Promise.all(checks);
for (const { name, code, said } of ended.sort((one, other) => one.code - other.code)) {
  process.stdout.write(`\nnpm run ${name}: ${code === 0 ? 'passed' : `FAILED (exit code ${code})`}\n${said}`);
}
process.exitCode = tests === 0 && ended.every(({ code }) => code === 0) ? 0 : 1;

/** Runs a script of package.json to its end, and keeps what it says. */
async function check(name) {
  const child = spawn(`npm run --silent ${name} 2>&1`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { name, code: code ?? 1, said };
}
