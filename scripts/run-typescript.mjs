// Runs a TypeScript program of this folder: the front doors beside it call this.
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { needPackages } from './packages.cjs';

/** Under node_modules, so that the packages are found from there, and git and editors look away. */
const cache = fileURLToPath(new URL('../node_modules/.cache/armstead/', import.meta.url));

/** Packages that are nothing but JSON: Node imports them only with an attribute, which differs between its versions. */
const packagesOfData = {
  name: 'packages-of-data',
  setup(build) {
    build.onResolve({ filter: /^tlds$/ }, ({ path }) => ({ path: createRequire(import.meta.url).resolve(path) }));
  },
};

/** Bundles a program without its packages, but for those of data, and runs it in this process. */
export async function runTypeScript(program) {
  needPackages();
  const { build } = await import('esbuild');
  mkdirSync(cache, { recursive: true });
  const outfile = `${cache}${process.pid}.mjs`;
  try {
    await build({
      entryPoints: [fileURLToPath(new URL(program, import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      plugins: [packagesOfData],
      sourcemap: 'inline',
      outfile,
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
