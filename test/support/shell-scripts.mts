import { readFileSync } from 'node:fs';
import type { Plugin } from 'vitest/config';

/** Lets tests import shell scripts as text, as `infra/bundle.cjs` does. */
export const shellScripts: Plugin = {
  name: 'shell-scripts',
  enforce: 'pre',
  load(id) {
    return id.endsWith('.sh') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined;
  },
};
