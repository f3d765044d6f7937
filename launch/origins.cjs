'use strict';

const { existsSync, readFileSync, realpathSync, statSync } = require('node:fs');
const { dirname, extname, join, relative, resolve } = require('node:path');
const { CACHE, digestOf, digestsOf, stampOf } = require('./kept.cjs');

/**
 * What a bundle is made from, noted while it is made: each thing before or as it is read, so that a change at any moment
 * shows at the next start. All by path in the project.
 *
 * @typedef {object} Origins
 * @property {Map<string, string>} sources digests of files
 * @property {Set<string>} absent what is not there, and would come before what an import has meant
 * @property {Map<string, string>} links where symbolic links lead
 * @property {Map<string, string>} packages stamps of installed files
 */

/** Files that decide what comes out of a build without being in it; the lists in node_modules end each install. */
const GOVERNING = [
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'infra/node_modules/.package-lock.json',
  'node_modules/esbuild/package.json',
  ...['build', 'keep', 'kept', 'origins', 'run'].map((name) => `launch/${name}.cjs`),
];

/**
 * @param {string} root folder of the project
 * @returns {Origins}
 */
const originsOf = (root) => ({
  sources: new Map(digestsOf(root, GOVERNING)),
  absent: new Set(),
  links: new Map(),
  packages: new Map(),
});

/**
 * Finds and reads for esbuild the sources of the project, and notes what is read.
 *
 * @param {string} root
 * @param {Origins} origins
 * @returns {import('esbuild').Plugin}
 */
function noting(root, origins) {
  return {
    name: 'noting',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, kind, resolveDir }) => {
        const isOwn = (kind === 'entry-point' || path.startsWith('.')) && !isOfPackage(join(resolveDir, '/'));
        return isOwn ? found(root, origins, resolve(resolveDir, path)) : undefined;
      });
      onLoad({ filter: /./ }, ({ path }) => {
        return isOfPackage(path) ? installed(root, origins, path) : read(root, origins, path);
      });
    },
  };
}

/** @param {string} path */
const isOfPackage = (path) => /[\\/]node_modules[\\/]/.test(path);

/**
 * @param {string} root
 * @param {string} path
 */
const inProject = (root, path) => relative(root, path).replaceAll('\\', '/');

/** What an import may leave away. */
const ENDINGS = ['', '.tsx', '.ts', '.json', '/index.tsx', '/index.ts'];

/**
 * The file that an import means; esbuild itself says what is wrong where there is none.
 *
 * @param {string} root
 * @param {Origins} origins
 * @param {string} path
 */
function found(root, { absent, links }, path) {
  const candidates = [...ENDINGS.map((ending) => path + ending), path.replace(/\.js$/, '.ts')];
  const named = candidates.find((each) => statSync(each, { throwIfNoEntry: false })?.isFile());
  if (named === undefined) return undefined;
  const before = candidates.slice(0, candidates.indexOf(named)).filter((each) => !existsSync(each));
  for (const each of before) absent.add(inProject(root, each));
  const real = realpathSync(named);
  if (real !== named) links.set(inProject(root, named), real);
  return { path: real };
}

/** How esbuild reads a file, by its ending. */
const LOADERS = /** @type {Record<string, import('esbuild').Loader>} */ ({
  '.tsx': 'tsx',
  '.js': 'js',
  '.mjs': 'js',
  '.cjs': 'js',
  '.json': 'json',
  '.sh': 'text',
});

/**
 * A source, so that it is known for sure which version of it is in the bundle, whoever saves it meanwhile. A nearer folder
 * of packages would be asked first.
 *
 * @param {string} root
 * @param {Origins} origins
 * @param {string} path
 */
function read(root, { sources, absent }, path) {
  const packages = join(dirname(path), 'node_modules');
  if (!existsSync(packages)) absent.add(inProject(root, packages));
  const contents = readFileSync(path);
  sources.set(inProject(root, path), digestOf(contents));
  const loader = LOADERS[extname(path)] ?? 'ts';
  return { contents: loader === 'ts' ? moduleOf(contents) : contents, loader };
}

/**
 * A file that exports nothing, so that esbuild does not take it for one that exports an empty site. Others stay as they
 * are, since places in them are told to people.
 *
 * @param {Buffer} contents
 */
const moduleOf = (contents) =>
  /\b(?:import|export)\b/.test(contents.toString())
    ? contents
    : Buffer.concat([contents, Buffer.from('\nexport {};\n')]);

/**
 * A file of a package, with each `package.json` up to the package's own; esbuild reads it.
 *
 * @param {string} root
 * @param {Origins} origins
 * @param {string} path
 */
function installed(root, { packages }, path) {
  const places = [path];
  for (let folder = dirname(path); !/[\\/]node_modules([\\/]@[^\\/]+)?$/.test(folder); folder = dirname(folder)) {
    places.push(join(folder, 'package.json'));
  }
  for (const place of places.filter((each) => existsSync(each))) {
    const name = inProject(root, place);
    if (!packages.has(name)) packages.set(name, stampOf(place));
  }
  return /[\\/]cdk8s[\\/]lib[\\/]yaml\.js$/.test(path) ? { contents: cdk8sYaml(root, path) } : undefined;
}

/**
 * cdk8s reads manifests for `Include` with a script of its own, which it looks for beside itself: in a bundle it has to
 * be told where that is, seen from the bundle: the project may be moved together with its cache.
 *
 * @param {string} root
 * @param {string} path
 */
function cdk8sYaml(root, path) {
  const steps = JSON.stringify(relative(join(root, CACHE), dirname(path)));
  return readFileSync(path, 'utf8').replaceAll('__dirname', `require('node:path').join(__dirname, ${steps})`);
}

module.exports = { noting, originsOf };
