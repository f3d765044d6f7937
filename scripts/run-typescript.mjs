// Runs a TypeScript program of this folder: the front doors beside it call this.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Under node_modules, so that the packages are found from there, and git and editors look away. */
const cache = fileURLToPath(new URL('../node_modules/.cache/armstead/', import.meta.url));

/**
 * Packages that are a list in JSON, which Node imports only when told so: they go into the bundle.
 *
 * @type {import('esbuild').Plugin}
 */
const lists = {
  name: 'lists',
  setup({ onResolve }) {
    onResolve({ filter: /^tlds$/ }, () => ({ path: fileURLToPath(import.meta.resolve('tlds')) }));
  },
};

/** Bundles a program without its packages and runs it in this process. */
export async function runTypeScript(program) {
  mkdirSync(cache, { recursive: true });
  const outfile = `${cache}${process.pid}.mjs`;
  try {
    await build({
      entryPoints: [fileURLToPath(new URL(program, import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      plugins: [lists],
      sourcemap: 'inline',
      outfile,
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
