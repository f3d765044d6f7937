'use strict';

const { hash } = require('node:crypto');
const { existsSync, readFileSync, realpathSync, statSync } = require('node:fs');
const { join } = require('node:path');

/**
 * One script that does what a module of TypeScript does.
 *
 * @typedef {object} Bundle
 * @property {string} entry path of the module
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
 * @property {[path: string, digest: string][]} sources files of the project, by their contents; an absent one has none
 * @property {string[]} absent paths at which nothing is
 * @property {[path: string, target: string][]} links sources that are symbolic links, by where they lead
 * @property {[path: string, stamp: string][]} packages files of installed packages, by their stamps
 * @property {string} script file name of the script
 * @property {string} warnings
 */

/** The form of the record, and what else no file says; another one makes every kept bundle void. */
const MADE = `3 ${process.version} ${process.platform} ${process.arch}`;

/** Where bundles are kept: under node_modules, so that git and editors look away. */
const CACHE = join('node_modules', '.cache', 'armstead');

/**
 * The bundle of an earlier start, if nothing that it was made from has changed since.
 *
 * Sources are compared by contents: no restored time stamp, copy or wrong clock makes an old bundle look right. Files of
 * packages are many and large, and only installs change them: they are compared by what the file system knows of them.
 *
 * @param {string} root folder of the project
 * @param {string} entry path of the module in it
 * @returns {Bundle | undefined}
 */
function keptBundle(root, entry) {
  try {
    /** @type {Record} */
    const record = JSON.parse(readFileSync(recordFile(root, entry), 'utf8'));
    if (!isRight(root, record)) return undefined;
    const script = join(root, CACHE, record.script);
    const code = readFileSync(script);
    if (nameOf(entry, code) !== record.script) return undefined;
    const isCurrent = () => areCurrent(root, record);
    return { entry: join(root, entry), script, code: code.toString('latin1'), warnings: record.warnings, isCurrent };
  } catch {
    return undefined; // nothing is kept yet, or something that it was made from is gone
  }
}

/**
 * @param {string} root
 * @param {Record} record
 */
function isRight(root, { made, sources, absent, links, packages }) {
  return (
    made === MADE &&
    areCurrent(root, { sources, links }) &&
    absent.every((path) => !existsSync(join(root, path))) &&
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
      sources.every(([path, digest]) => digestOfFile(join(root, path)) === digest) &&
      links.every(([path, target]) => realpathSync(join(root, path)) === target)
    );
  } catch {
    return false; // a link is gone
  }
}

/**
 * @param {string} root
 * @param {readonly string[]} paths
 */
const digestsOf = (root, paths) =>
  paths.map((path) => /** @type {[string, string]} */ ([path, digestOfFile(join(root, path))]));

/** A file that cannot be read has none. @param {string} path */
function digestOfFile(path) {
  try {
    return digestOf(readFileSync(path));
  } catch {
    return '';
  }
}

/** @param {string | Uint8Array} contents */
const digestOf = (contents) => hash('sha256', contents, 'hex');

/** What the files of a module are called by. @param {string} entry */
const nameFor = (entry) => entry.replace(/\.ts$/, '').replaceAll('/', '-');

/**
 * @param {string} root
 * @param {string} entry
 */
const recordFile = (root, entry) => join(root, CACHE, `${nameFor(entry)}.json`);

/**
 * File name of a script, which tells it from any other one.
 *
 * @param {string} entry
 * @param {Uint8Array} code
 */
const nameOf = (entry, code) => `${nameFor(entry)}.${digestOf(code).slice(0, 16)}.cjs`;

/**
 * What changes whenever a file does; programs can set the one time, not the other.
 *
 * @param {string} path
 */
function stampOf(path) {
  const { size, ino, mtimeMs, ctimeMs } = statSync(path);
  return `${size} ${ino} ${mtimeMs} ${ctimeMs}`;
}

module.exports = { CACHE, MADE, areCurrent, digestOf, digestsOf, keptBundle, nameFor, nameOf, recordFile, stampOf };
