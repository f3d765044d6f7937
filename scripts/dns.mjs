// Prints the DNS records that the site needs; `npm run dns -- --help` tells what it takes.

import { commandLine } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';
import { COMMAND } from './dns/command.mjs';

commandLine(COMMAND);
await (await launch.load('scripts/dns/main.ts')).main(process.argv.slice(2));
