'use strict';

const { readdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Repairs `dist/` where an earlier start was killed while it changed it. A start that writes does so by itself; this is
 * for one that has failed.
 *
 * @param {string} root folder of the project
 */
function repair(root) {
  if (!readdirSync(root).some((name) => name.startsWith('dist.'))) return;
  try {
    const { healTree } = load(root, 'output/write-tree.ts');
    healTree(join(root, 'dist'));
  } catch {
    // The report of what went wrong first is what matters; the next start that writes will do it.
  }
}

/**
 * A module of the project, bundled for once.
 *
 * @param {string} root
 * @param {string} entry
 */
function load(root, entry) {
  const { buildSync } = require('esbuild');
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    banner: { js: '(function (require, module) {' },
    footer: { js: '})' },
  });
  const module = { exports: /** @type {typeof import('../../output/write-tree.ts')} */ ({}) };
  new Script(/** @type {{ text: string }} */ (outputFiles[0]).text).runInThisContext()(
    createRequire(__filename),
    module,
  );
  return module.exports;
}

module.exports = { repair };
