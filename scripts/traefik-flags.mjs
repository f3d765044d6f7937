// Prints the flags with which Argo CD starts Traefik for this site; scripts/traefik-flags.ts tells what for.
import { commandLine } from './command-line.mjs';
import { runTypeScript } from './run-typescript.mjs';

commandLine({
  usage: `usage: npm run --silent traefik-flags

  Prints the flags with which Argo CD starts Traefik for the site of platform.ts, one a line.`,
});

await runTypeScript('traefik-flags.ts');
