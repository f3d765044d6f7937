'use strict';

const { join } = require('node:path');
const { CACHE, MADE, areCurrent, nameOf } = require('./kept.cjs');
const { keep } = require('./keep.cjs');
const { noting, originsOf } = require('./origins.cjs');

/**
 * Makes a bundle of a module of TypeScript and of everything that it imports, and keeps it for the next start.
 *
 * Imports are static, so what nobody uses, as of the generated `imports/`, is left out.
 *
 * @param {string} root folder of the project
 * @param {string} entry path of the module in it
 * @returns {Promise<import('./kept.cjs').Bundle>}
 */
async function build(root, entry) {
  const origins = originsOf(root);
  const esbuild = require('esbuild');
  const { outputFiles, warnings } = await esbuild.build({ ...options(root, entry), plugins: [noting(root, origins)] });
  const [map, code] = /** @type {[Uint8Array, Uint8Array]} */ (outputFiles.map(({ contents }) => contents));
  const said = (await esbuild.formatMessages(warnings, { kind: 'warning' })).join('');
  const record = {
    made: MADE,
    sources: [...origins.sources],
    absent: [...origins.absent],
    links: [...origins.links],
    packages: [...origins.packages],
    script: nameOf(entry, code),
    warnings: said,
  };
  const bundle = {
    ...{ entry: join(root, entry), script: join(root, CACHE, record.script), warnings: said },
    ...{ code: Buffer.from(code).toString('latin1'), map, isCurrent: () => areCurrent(root, record) },
  };
  keep(root, entry, bundle, record);
  return bundle;
}

/**
 * @param {string} root
 * @param {string} entry
 */
function options(root, entry) {
  return /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: CACHE,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Talks to the process that has started the program, by what its one copy holds.
    external: ['@pulumi/*'],
    // The script is one function, which `run` calls as Node calls a module.
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    logOverride: {
      // A bundle has no address of its own.
      'empty-import-meta': 'error',
      // Of a field that is stated twice the first is lost without a word.
      'duplicate-object-key': 'error',
      // A platform.ts without a default export is refused by main.ts, in words for its user.
      'import-is-undefined': 'silent',
    },
    // Nothing but what the record of the bundle names has a say in it.
    nodePaths: [],
    tsconfigRaw: { compilerOptions: { strict: true, target: 'ES2022' } },
  });
}

module.exports = { build };
