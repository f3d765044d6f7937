// Prints the DNS records that the site needs; `npm run dns -- --help` tells what it takes.
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('dns/main.ts');
