// Runs a TypeScript program of this folder: the front doors beside it call this.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { needPackages } from './packages.cjs';

/** Under node_modules, so that the packages are found from there, and git and editors look away. */
const cache = fileURLToPath(new URL('../node_modules/.cache/armstead/', import.meta.url));

/** Bundles a program without its packages and runs it in this process. */
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
      sourcemap: 'inline',
      outfile,
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
