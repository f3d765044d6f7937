'use strict';

const { readdirSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { bundleOf, load, run } = require('../../launch/index.cjs');
const { fail } = require('./failure.cjs');

/** The oldest Node that the packages of this project run on, as `package.json` has it. */
const OLDEST = [20, 19];

/**
 * Runs `main.ts` of a project.
 *
 * @param {string} root folder of the project, the same from whatever folder the command was given
 */
async function start(root) {
  if (isTooOld(process.versions.node)) {
    process.stderr.write(`Node ${OLDEST.join('.')} or newer is needed, this is ${process.versions.node}\n`);
    process.exitCode = 1;
    return;
  }
  const outdir = process.env.CDK8S_OUTDIR;
  if (outdir) process.env.CDK8S_OUTDIR = resolve(outdir);
  process.chdir(root);
  const isGood = await bundleOf(root, 'main.ts').then(
    (bundle) => runOrFail(bundle, root),
    (error) => fail(error, root),
  );
  if (!isGood) await repair(root);
}

/** @param {string} version */
function isTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/**
 * @param {import('../../launch/kept.cjs').Bundle} bundle
 * @param {string} root
 * @returns whether it ran to its end
 */
function runOrFail(bundle, root) {
  const { exit } = process;
  let isDone = false;
  process.on('uncaughtException', (error) => {
    fail(error, root, bundle, isDone);
    void repair(root).finally(() => exit());
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
  return isDone;
}

/**
 * Repairs `dist/` where an earlier start was killed while it changed it. A start that writes does so by itself; this is
 * for one that has failed.
 *
 * @param {string} root
 */
async function repair(root) {
  if (!readdirSync(root).some((name) => name.startsWith('dist.'))) return;
  try {
    (await load('output/write-tree.ts')).healTree(join(root, 'dist'));
  } catch {
    // The report of what went wrong first is what matters; the next start that writes will do it.
  }
}

/**
 * Lets the bundle ask whether another synth has written `dist/` from newer sources since this one began: this one may
 * have been stopped for a while, as a laptop is.
 *
 * @param {import('../../launch/kept.cjs').Bundle} bundle
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
