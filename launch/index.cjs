// The one way to run TypeScript: a bundle that is kept, and made again whenever anything that it was made from has changed.
//
//   node launch/index.cjs MODULE [ARGUMENT...]     runs a module of this project
'use strict';

const { dirname, relative, resolve } = require('node:path');
const { keptBundle } = require('./kept.cjs');
const { needPackages } = require('./packages.cjs');
const { run } = require('./run.cjs');

/** The folder of the project. */
const ROOT = dirname(__dirname);

/**
 * The bundle of a module, with everything that it imports: the kept one where it is still right, else a new one.
 *
 * @param {string} root folder of the project
 * @param {string} entry path of the module in it: `main.ts`
 */
async function bundleOf(root, entry) {
  // What builds is loaded here only: most starts have nothing to build.
  return keptBundle(root, entry) ?? require('./build.cjs').build(root, entry);
}

/**
 * What a module of this project exports; runs it.
 *
 * @param {string} entry path of the module in the project: `scripts/dns/main.ts`
 * @returns {Promise<any>}
 */
async function load(entry) {
  needPackages();
  return run(await bundleOf(ROOT, entry));
}

// As a program: its words are then as if Node had started the module itself.
if (require.main === module) {
  process.argv.splice(1, 1);
  void load(relative(ROOT, resolve(process.argv[1] ?? '')));
}

module.exports = { bundleOf, load, run };
