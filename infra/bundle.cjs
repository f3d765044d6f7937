// Bundles a TypeScript entry in memory and loads it: nothing is left behind that could be stale.
const { buildSync } = require('esbuild');
const Module = require('node:module');
const path = require('node:path');

/** Loads the entry, a path relative to this folder, and answers its exports. */
exports.load = (entry) => {
  const file = path.join(__dirname, entry);
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    loader: { '.sh': 'text' },
    external: ['@pulumi/*'],
    logLevel: 'error',
  });
  const bundled = new Module(file, module);
  bundled.filename = file;
  bundled.paths = Module._nodeModulePaths(__dirname);
  bundled._compile(outputFiles[0].text, file);
  return bundled.exports;
};
