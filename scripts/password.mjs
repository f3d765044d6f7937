// Prints a Secret with passwords for the guard 'basic'; `npm run password -- --help` tells what it takes.
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('password/main.ts');
