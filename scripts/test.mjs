// `npm test`: the unit tests, which are about the project and know no site but their own, and beside them the checks of
// the site that is there.
//
// The tests have the terminal for themselves. What the checks have to say follows when all are done; one that has failed
// comes last, and makes the whole fail.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startChecks, tell } from './check/checks.mjs';
import { helpOrPackages } from './tool/help.mjs';

helpOrPackages(`usage: npm test [-- WORD...]

  Proves everything that needs no cluster: the unit tests, and beside them every check that npm test prints at its end.

  WORD   goes to vitest: a part of a path such as test/site runs only the tests there`);

const checks = startChecks();
const [tests] = await once(
  spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...process.argv.slice(2)], {
    stdio: 'inherit',
  }),
  'exit',
);
process.exitCode = tell(await checks) && tests === 0 ? 0 : 1;
