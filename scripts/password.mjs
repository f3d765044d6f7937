// Prints a Secret with passwords for the guard 'basic'; `npm run password -- --help` tells what it takes.
import { commandLine } from './command-line.mjs';
import { COMMAND } from './password/command.mjs';
import { runTypeScript } from './run-typescript.mjs';

commandLine(COMMAND);
await runTypeScript('password/main.ts');
