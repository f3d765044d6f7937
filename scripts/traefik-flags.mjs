// Prints the flags with which Argo CD starts Traefik for this site; scripts/traefik-flags.ts tells what for.

import { commandLine, end, UsageError } from '../launch/command-line.mjs';
import launch from '../launch/index.cjs';
import { needPackages } from '../launch/packages.cjs';

const USAGE = `usage: npm run --silent traefik-flags -- FOLDER

  Prints the flags with which Argo CD starts Traefik for the site in dist/, one a line.

  FOLDER   gets config.yml, the file that Traefik reads beside the Ingresses; it is made if it is not there`;

const {
  positionals: [folder],
} = commandLine({ usage: USAGE, most: 1 });
needPackages();
if (!folder) end(new UsageError(USAGE, 'FOLDER is missing'));
await launch.load('scripts/traefik-flags.ts');
