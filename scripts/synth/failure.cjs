'use strict';

const { existsSync, rmdirSync } = require('node:fs');
const { resolve } = require('node:path');
const { crashText, unreadableText } = require('./crash.cjs');

/**
 * Ends a start that cannot go on: says why, and sets the exit code.
 *
 * @param {unknown} error
 * @param {string} root folder of the project
 * @param {import('../../launch/kept.cjs').Bundle} [bundle] the bundle that was running
 * @param {boolean} [isWritten] whether it failed after the synth had written its files
 */
function fail(error, root, bundle, isWritten = false) {
  process.stderr.write(reportOf(error, root, bundle, isWritten));
  if (isDeleted(root)) process.stderr.write(DELETED);
  process.exitCode = exitCode();
}

/**
 * @param {unknown} error
 * @param {string} root
 * @param {import('../../launch/kept.cjs').Bundle} [bundle]
 * @param {boolean} [isWritten]
 */
function reportOf(error, root, bundle, isWritten) {
  if (!(error instanceof Error)) return `something that is no error was thrown: ${String(error)}\n`;
  if (error.name === 'Refusal') return error.message;
  if ('code' in error && error.code === 'MODULE_NOT_FOUND') return 'packages are missing: run npm ci\n';
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.map(unreadableText).join('\n');
  return crashText(error, root, bundle, isWritten);
}

/**
 * The exit code of a failure: 1, except towards the cdk8s command.
 *
 * That takes an absent output folder for a failure, says so in one line and ends with 1 itself. To a 1 of ours it would
 * add a stack trace of its own.
 */
function exitCode() {
  const { CDK8S_OUTDIR: folder, CDK8S_RECORD_CONSTRUCT_METADATA: byCommand } = process.env;
  if (!folder || byCommand === undefined) return 1;
  try {
    rmdirSync(folder); // with --stdout the command has made it, and it is empty
  } catch {
    // It is not there, as it should be, or something is in it.
  }
  return existsSync(folder) ? 1 : 0;
}

/**
 * Whether the cdk8s command was told to write to `dist/`, and has deleted it before the start.
 *
 * @param {string} root
 */
function isDeleted(root) {
  const { CDK8S_OUTDIR: folder } = process.env;
  const dist = resolve(root, 'dist');
  return folder !== undefined && resolve(folder) === dist && !existsSync(dist);
}

const DELETED = `
cdk8s was told to write to dist/ itself, and so deleted it before this synth; git restore dist brings it back.
Leave --output away: then a synth that is refused or interrupted keeps the last good dist/.
`;

module.exports = { fail };
