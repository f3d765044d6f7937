'use strict';

const { hash } = require('node:crypto');
const { readdirSync, readFileSync, realpathSync, statSync } = require('node:fs');
const { join } = require('node:path');

/**
 * One file of JavaScript that does what `main.ts` does.
 *
 * @typedef {object} Bundle
 * @property {string} script path of the script; where it is kept, its source map is beside it with `.map`, its compiled
 *   code with `.v8`
 * @property {string} code the script
 * @property {Uint8Array} [map] the source map, where it has just been made
 * @property {string} warnings what the bundler had to say, for every start
 * @property {() => boolean} isCurrent whether the sources are still those that it was made from
 */

/**
 * What a bundle was made from; the bundle is right as long as all of this is still so. Paths are relative to the project.
 *
 * @typedef {object} Record
 * @property {string} made versions of what made it
 * @property {[path: string, digest: string][]} sources files of the project, by their contents
 * @property {[path: string, target: string][]} links sources that are symbolic links, by where they lead
 * @property {[path: string, digest: string][]} folders folders of the project, by the names of the sources in them
 * @property {[path: string, stamp: string][]} packages files and folders of installed packages, by their stamps
 * @property {string} script file name of the script
 * @property {string} warnings
 */

/** The form of the record, and what else no file says; another one makes every kept bundle void. */
const MADE = `2 ${process.version} ${process.platform} ${process.arch}`;

/** Where bundles are kept. */
const CACHE = join('node_modules', '.cache', 'armstead');

const RECORD = join(CACHE, 'synth.json');

/**
 * The bundle of an earlier start, if nothing that it was made from has changed since.
 *
 * Sources are compared by contents: no restored time stamp, copy or wrong clock makes an old bundle look right. Files of
 * packages are many and large, and only installs change them: they are compared by what the file system knows of them.
 *
 * @param {string} root folder of the project
 * @returns {Bundle | undefined}
 */
function keptBundle(root) {
  try {
    /** @type {Record} */
    const record = JSON.parse(readFileSync(join(root, RECORD), 'utf8'));
    if (!isRight(root, record)) return undefined;
    const script = join(root, CACHE, record.script);
    const code = readFileSync(script);
    return nameOf(code) === record.script
      ? {
          script,
          code: code.toString('latin1'),
          warnings: record.warnings,
          isCurrent: () => areCurrent(root, record),
        }
      : undefined;
  } catch {
    return undefined; // nothing is kept yet, or something that it was made from is gone
  }
}

/**
 * @param {string} root
 * @param {Record} record
 */
function isRight(root, { made, sources, links, folders, packages }) {
  return (
    made === MADE &&
    areCurrent(root, { sources, links }) &&
    folders.every(([path, digest]) => namesIn(join(root, path)) === digest) &&
    packages.every(([path, stamp]) => stampOf(join(root, path)) === stamp)
  );
}

/**
 * Whether the sources are still the same.
 *
 * @param {string} root
 * @param {Pick<Record, 'sources' | 'links'>} record
 */
function areCurrent(root, { sources, links }) {
  try {
    return (
      sources.every(([path, digest]) => digestOf(readFileSync(join(root, path))) === digest) &&
      links.every(([path, target]) => realpathSync(join(root, path)) === target)
    );
  } catch {
    return false; // one of them is gone
  }
}

/** @param {string | Uint8Array} contents */
const digestOf = (contents) => hash('sha256', contents, 'hex');

/**
 * File name of a script, which tells it from any other one.
 *
 * @param {Uint8Array} code
 */
const nameOf = (code) => `main.${digestOf(code).slice(0, 16)}.cjs`;

/**
 * The names in a folder that an import can mean: a new one may come before the one that it meant so far.
 *
 * @param {string} folder
 */
function namesIn(folder) {
  const names = readdirSync(folder).filter((name) => /\.(?:[cm]?[jt]sx?|json)$|^node_modules$/.test(name));
  return digestOf(names.sort().join('\n'));
}

/**
 * What changes whenever a file or the list of names in a folder does; programs can set the one time, not the other.
 *
 * @param {string} path
 */
function stampOf(path) {
  const { size, ino, mtimeMs, ctimeMs } = statSync(path);
  return `${size} ${ino} ${mtimeMs} ${ctimeMs}`;
}

module.exports = { CACHE, MADE, RECORD, areCurrent, digestOf, keptBundle, nameOf, namesIn, stampOf };
