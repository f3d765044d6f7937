'use strict';

const { existsSync, readdirSync, readFileSync, rmdirSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { join, relative, resolve } = require('node:path');

/**
 * A place in a file that somebody wrote; line and column count from one.
 *
 * @typedef {{ file: string, line: number, column: number }} Place
 */

/**
 * Ends a start that cannot go on: says why, repairs `dist/` after an earlier kill, and sets the exit code.
 *
 * @param {unknown} error
 * @param {string} root
 * @param {import('./kept.cjs').Bundle} [bundle] the bundle that was running
 */
function fail(error, root, bundle) {
  process.stderr.write(`\n${reportOf(error, root, bundle)}`);
  repair(root);
  process.exitCode = exitCode(root);
}

/**
 * @param {unknown} error
 * @param {string} root
 * @param {import('./kept.cjs').Bundle} [bundle]
 */
function reportOf(error, root, bundle) {
  if (isMissingPackage(error)) return 'The packages of this project are not installed.\n\n  run npm ci\n';
  if (!(error instanceof Error)) return `Something that is no error was thrown, nothing was written\n\n  ${String(error)}\n`;
  if (error.name === 'Refusal') return error.message;
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.map((each) => unreadable(each)).join('\n');
  return crashed(error, root, bundle);
}
