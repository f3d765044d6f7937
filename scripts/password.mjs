// Prints a Secret with passwords for the guard 'basic'; `npm run password -- --help` tells what it takes.

import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';
import { COMMAND } from './password/command.mjs';

commandLine(COMMAND);
await (await launch.load('scripts/password/main.ts')).main(process.argv.slice(2));
