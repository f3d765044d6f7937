// Starts a task of a service and shows what it says; `npm run task -- --help` tells what it takes.

import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';
import { COMMAND } from './task/command.mjs';

commandLine(COMMAND);
await (await launch.load('scripts/task/main.ts')).main(process.argv.slice(2));
