// `npm test`: the unit tests, which are about the project and know no site but their own, and beside them the checks of
// the site that is there.
//
// The tests have the terminal for themselves. What the checks have to say follows when all are done; one that has failed
// comes last, and makes the whole fail.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startChecks, tell } from './check/checks.mjs';

const checks = startChecks();
const [tests] = await once(
  spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...process.argv.slice(2)], {
    stdio: 'inherit',
  }),
  'exit',
);
process.exitCode = tell(await checks) && tests === 0 ? 0 : 1;
