// Prints a Secret with passwords for the guard 'basic'; without arguments it tells what it takes.
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('password/main.ts');
