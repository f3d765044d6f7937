'use strict';

const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { basename, dirname, join } = require('node:path');
const { CACHE, MADE, RECORD, digestOf, namesIn, stampOf } = require('./kept.cjs');

/**
 * What a build knows of its own course.
 *
 * @typedef {object} Course
 * @property {string[]} inputs paths of all files in the bundle
 * @property {Map<string, string>} read digests of those whose contents the build itself has read
 * @property {Map<string, string>} links sources that are symbolic links, by where they lead
 * @property {number} begun when it began, in milliseconds since 1970
 */

/** Files of the project that decide what comes out of a build, besides those in the bundle. */
const GOVERNING = ['package.json', 'package-lock.json'];

/** The same of installed packages. */
const GOVERNING_PACKAGES = ['node_modules/.package-lock.json', 'node_modules/esbuild/package.json'];

/**
 * Keeps a bundle for the next start; does nothing where the cache cannot be written, or where something may have changed
 * while the build read it.
 *
 * @param {string} root
 * @param {import('./kept.cjs').Bundle} bundle
 * @param {Course} course
 */
function keep(root, bundle, course) {
  try {
    const record = recordOf(root, bundle, course);
    if (!record) return;
    mkdirSync(join(root, CACHE), { recursive: true });
    write(bundle.script, bundle.code, 'latin1');
    if (bundle.map) write(`${bundle.script}.map`, bundle.map);
    write(join(root, RECORD), JSON.stringify(record));
    forget(root, record.script);
  } catch {
    // Without a cache every start takes a little longer, no more.
  }
}

/**
 * @param {string} root
 * @param {import('./kept.cjs').Bundle} bundle
 * @param {Course} course
 * @returns {import('./kept.cjs').Record | undefined}
 */
function recordOf(root, { script, warnings }, { inputs, read, links, begun }) {
  const own = inputs.filter((path) => !isOfPackage(path));
  const foreign = inputs.filter(isOfPackage);
  const front = readdirSync(__dirname).map((name) => `scripts/synth/${name}`);
  const governing = [...GOVERNING, 'scripts/synth.cjs', ...front].filter((path) => existsSync(join(root, path)));
  const folders = [...new Set(own.map(dirname))];
  const packages = [...GOVERNING_PACKAGES.filter((path) => existsSync(join(root, path))), ...placesOf(root, foreign)];
  const unread = [...own.filter((path) => !read.has(path)), ...governing, ...folders, ...packages];
  if (!unread.every((path) => hasRested(join(root, path), begun))) return undefined;
  return {
    made: MADE,
    sources: [...own, ...governing].map((path) => [path, read.get(path) ?? digestOf(readFileSync(join(root, path)))]),
    links: [...links],
    folders: folders.map((path) => [path, namesIn(join(root, path))]),
    packages: packages.map((path) => [path, stampOf(join(root, path))]),
    script: basename(script),
    warnings,
  };
}

/** @param {string} path */
const isOfPackage = (path) => /(^|\/)node_modules\//.test(path);

/**
 * The files themselves, and what decides which file an import of a package means: the folders up to the package's own,
 * and each `package.json` in them.
 *
 * @param {string} root
 * @param {string[]} files
 */
function placesOf(root, files) {
  const places = new Set(files);
  for (const file of files) {
    for (let folder = dirname(file); !/(^|\/)node_modules(\/@[^/]+)?$/.test(folder); folder = dirname(folder)) {
      if (places.has(folder)) break;
      places.add(folder);
      const manifest = `${folder}/package.json`;
      if (existsSync(join(root, manifest))) places.add(manifest);
    }
  }
  return [...places];
}

/**
 * Whether something has certainly been the same since before a build began. The clocks of file systems go in steps: of
 * some milliseconds, or of two seconds where time stamps are whole seconds.
 *
 * @param {string} path
 * @param {number} begun
 */
function hasRested(path, begun) {
  const { mtimeMs, ctimeMs } = statSync(path);
  return [mtimeMs, ctimeMs].every((stamp) => stamp < begun - (stamp % 1000 === 0 ? 2_100 : 100));
}

/**
 * Writes a file at once, so that nobody finds half of it.
 *
 * @param {string} path
 * @param {string | Uint8Array} contents
 * @param {BufferEncoding} [encoding]
 */
function write(path, contents, encoding) {
  const whole = `${path}.${process.pid}`;
  writeFileSync(whole, contents, encoding);
  renameSync(whole, path);
}

/**
 * Deletes the bundles of earlier builds.
 *
 * @param {string} root
 * @param {string} script the one that stays
 */
function forget(root, script) {
  const folder = join(root, CACHE);
  for (const name of readdirSync(folder)) {
    if (name.startsWith('main.') && !name.startsWith(script)) rmSync(join(folder, name), { force: true });
  }
}

module.exports = { keep };
