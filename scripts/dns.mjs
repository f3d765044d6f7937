// Prints the DNS records that the site needs; `npm run dns -- --help` tells what it takes.
import { commandLine } from './command-line.mjs';
import { COMMAND } from './dns/command.mjs';
import { runTypeScript } from './run-typescript.mjs';

commandLine(COMMAND);
await runTypeScript('dns/main.ts');
