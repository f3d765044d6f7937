// Tells what a cluster has left over; `npm run status -- --help` tells what it takes.

import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';
import { COMMAND } from './status/command.mjs';

commandLine(COMMAND);
await (await launch.load('scripts/status/main.ts')).main(process.argv.slice(2));
