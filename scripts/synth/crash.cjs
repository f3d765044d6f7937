'use strict';

const { readFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { basename, join, relative } = require('node:path');
const { nameAdvice, syntaxAdvice } = require('./advice.cjs');
const { CACHE } = require('../../launch/kept.cjs');

/**
 * A place in a file that somebody wrote; lines and columns count from one.
 *
 * @typedef {{ file: string, line: number, column: number }} Place
 */

/** More calls than this around the place of a crash help nobody. */
const MOST_CALLS = 5;

/**
 * What the bundler cannot read: the file, the line, and what is wrong with it.
 *
 * @param {import('esbuild').Message} message
 */
function unreadableText(message) {
  const { text, location } = message;
  if (!location) return `the synth stopped\n\n  ${text}\n`;
  const { file, line, column, lineText } = location;
  const what = `${excerpt(line, column, lineText)}  ${text}\n${syntaxAdvice(message)}`;
  return `${file}:${line}:${column + 1}: cannot be read, nothing was written\n\n${what}`;
}

/**
 * An error that nobody expected: the first place of the project on its way, and how it was reached.
 *
 * @param {Error} error
 * @param {string} root folder of the project
 * @param {import('../../launch/kept.cjs').Bundle | undefined} bundle the bundle that was running
 * @param {boolean} [isWritten] whether the files of the synth were written before
 */
function crashText(error, root, bundle, isWritten = false) {
  const places = bundle ? placesOf(error.stack ?? '', root, bundle) : [];
  const own = places.filter(({ file }) => !/(^|\/)node_modules\//.test(file));
  const [first, ...callers] = own.length > 0 ? own : places;
  const what = `  ${error.name}: ${error.message}\n`;
  if (!first) return `the synth stopped\n\n${what}${error.stack?.replace(/^.*?(?=\n {4}at )/s, '') ?? ''}\n`;
  const calls = callers.slice(0, MOST_CALLS).map((place) => `  called from ${placeText(place)}\n`);
  const lineText = lineOf(join(root, first.file), first.line);
  const shown = excerpt(first.line, first.column - 1, lineText);
  const advice = first.file === 'platform.ts' ? nameAdvice(error, lineText, first.column - 1) : '';
  const end = isWritten
    ? 'failed here, after the synth had written its files'
    : 'the synth stopped here, nothing was written';
  return `${placeText(first)}: ${end}\n\n${shown}${what}${advice}${calls.join('')}`;
}

/** @param {Place} place */
const placeText = ({ file, line, column }) => `${file}:${line}:${column}`;

/**
 * The line, and a mark under the column, which counts from zero.
 *
 * @param {number} line
 * @param {number} column
 * @param {string | undefined} text
 */
function excerpt(line, column, text) {
  if (text === undefined) return '';
  const number = `  ${line} | `;
  const before = text.slice(0, column).replace(/[^\t]/g, ' ');
  return `${number}${text}\n${' '.repeat(number.length - 2)}| ${before}^\n`;
}

/**
 * @param {string} path
 * @param {number} line
 */
function lineOf(path, line) {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}

/**
 * The places of a stack trace of a bundle, in the files that it was made from.
 *
 * @param {string} stack
 * @param {string} root
 * @param {import('../../launch/kept.cjs').Bundle} bundle
 * @returns {Place[]}
 */
function placesOf(stack, root, bundle) {
  const map = sourceMapOf(bundle);
  if (!map) return [];
  const calls = stack.matchAll(new RegExp(`${basename(bundle.script).replaceAll('.', '[.]')}:(\\d+):(\\d+)`, 'g'));
  return Array.from(calls).flatMap(([, line, column]) => {
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return [];
    const file = relative(root, join(root, CACHE, entry.originalSource)).replaceAll('\\', '/');
    return [{ file, line: entry.originalLine + 1, column: entry.originalColumn + 1 }];
  });
}

/** @param {import('../../launch/kept.cjs').Bundle} bundle */
function sourceMapOf({ script, map }) {
  try {
    return new SourceMap(JSON.parse(map ? Buffer.from(map).toString() : readFileSync(`${script}.map`, 'utf8')));
  } catch {
    return undefined; // a later build has tidied it up
  }
}

module.exports = { crashText, unreadableText };
