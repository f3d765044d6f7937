// The part of `npm test` that looks at the site itself.
//
//   npm run check

import { commandLine } from '../launch/command-line.mjs';
import { needPackages } from '../launch/packages.cjs';
import { startChecks, tell } from './check/checks.mjs';

commandLine({
  usage: `usage: npm run check

  Checks the site of platform.ts as npm test does after its tests: lint, types, a clean synth, and that dist/ is what
  comes out of it. Changes nothing.`,
});
needPackages();

process.exitCode = tell(await startChecks()) ? 0 : 1;
