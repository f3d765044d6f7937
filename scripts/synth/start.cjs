'use strict';

const { statSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { keptBundle } = require('./kept.cjs');
const { fail } = require('./failure.cjs');
const { run } = require('./run.cjs');

/** The oldest Node that the packages of this project run on, as `package.json` has it. */
const OLDEST = [20, 19];

/**
 * Runs `main.ts` of a project: from the kept bundle where it is still right, else from a new one.
 *
 * @param {string} root folder of the project, the same from whatever folder the command was given
 */
function start(root) {
  if (isTooOld(process.versions.node)) {
    process.stderr.write(`Node ${OLDEST.join('.')} or newer is needed, this is ${process.versions.node}\n`);
    process.exitCode = 1;
    return;
  }
  const outdir = process.env.CDK8S_OUTDIR;
  if (outdir) process.env.CDK8S_OUTDIR = resolve(outdir);
  process.chdir(root);
  const kept = keptBundle(root);
  if (kept) runOrFail(kept, root);
  else void buildAndRun(root);
}

/** @param {string} version */
function isTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/** @param {string} root */
async function buildAndRun(root) {
  try {
    // Loaded here only: most starts have nothing to build.
    const { build } = require('./build.cjs');
    runOrFail(await build(root), root);
  } catch (error) {
    fail(error, root);
  }
}

/**
 * @param {import('./kept.cjs').Bundle} bundle
 * @param {string} root
 */
function runOrFail(bundle, root) {
  const { exit } = process;
  let isDone = false;
  process.on('uncaughtException', (error) => {
    fail(error, root, bundle, isDone);
    exit();
  });
  // A site that ends the program would leave dist/ as it was, with the exit code of success.
  process.exit = () => {
    throw new Error('process.exit() ends the synth before it has written anything; leave it out');
  };
  letKnowWhenOvertaken(bundle, root);
  try {
    if (bundle.warnings) process.stderr.write(bundle.warnings);
    run(bundle);
    isDone = true;
  } catch (error) {
    fail(error, root, bundle);
  }
  process.exit = exit;
}

/**
 * Lets the bundle ask whether another synth has written `dist/` from newer sources since this one began: this one may
 * have been stopped for a while, as a laptop is.
 *
 * @param {import('./kept.cjs').Bundle} bundle
 * @param {string} root
 */
function letKnowWhenOvertaken({ isCurrent }, root) {
  const before = stampOf(join(root, 'dist'));
  const isOvertaken = () => stampOf(join(root, 'dist')) !== before && !isCurrent();
  Object.assign(globalThis, { [Symbol.for('armstead.isOvertaken')]: isOvertaken });
}

/** @param {string} folder */
function stampOf(folder) {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return `${stats?.ino} ${stats?.ctimeMs}`;
}

module.exports = { start };
