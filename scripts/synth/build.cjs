'use strict';

const { readFileSync, realpathSync, statSync } = require('node:fs');
const { dirname, extname, join, relative, resolve } = require('node:path');
const { CACHE, areCurrent, digestOf, nameOf } = require('./kept.cjs');
const { keep } = require('./keep.cjs');

/**
 * Makes a bundle of `main.ts` and of everything that it imports, and keeps it for the next start.
 *
 * Imports are static, so what a site does not use of the generated `imports/` is left out.
 *
 * @param {string} root folder of the project
 * @returns {Promise<import('./kept.cjs').Bundle>}
 */
async function build(root) {
  const begun = Date.now();
  const esbuild = require('esbuild');
  /** @type {Map<string, string>} */
  const read = new Map();
  /** @type {Map<string, string>} */
  const links = new Map();
  const { outputFiles, metafile, warnings } = await esbuild.build({
    ...options(root),
    plugins: [ownSources(root, read), linksTo(root, links), cdk8sYaml(root)],
  });
  const [map, code] = /** @type {[Uint8Array, Uint8Array]} */ (outputFiles.map(({ contents }) => contents));
  const said = await esbuild.formatMessages(warnings, { kind: 'warning' });
  const script = join(root, CACHE, nameOf(code));
  const sources = { sources: [...read], links: [...links] };
  const isCurrent = () => areCurrent(root, sources);
  const bundle = { script, code: Buffer.from(code).toString('latin1'), map, warnings: said.join(''), isCurrent };
  keep(root, bundle, { inputs: Object.keys(metafile.inputs), read, links, begun });
  return bundle;
}

/** @param {string} root */
function options(root) {
  return /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
    absWorkingDir: root,
    entryPoints: ['main.ts'],
    outdir: CACHE,
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The script is one function, which `run` calls as Node calls a module.
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    logOverride: {
      // A bundle has no address of its own.
      'empty-import-meta': 'error',
      // Of a field that is stated twice the first is lost without a word.
      'duplicate-object-key': 'error',
      // A platform.ts without a default export is refused by main.ts, in words for its user.
      'import-is-undefined': 'silent',
    },
    // Nothing but what the record of the bundle names has a say in it.
    nodePaths: [],
    tsconfigRaw: { compilerOptions: { strict: true, target: 'ES2022' } },
  });
}

/**
 * Reads the sources of the project for esbuild, so that it is known for sure which version of each one is in the bundle,
 * whoever saves them meanwhile.
 *
 * @param {string} root
 * @param {Map<string, string>} read digests of the sources, by path in the project
 * @returns {import('esbuild').Plugin}
 */
function ownSources(root, read) {
  return {
    name: 'own sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.(?:[cm]?tsx?|json)$/ }, ({ path }) => {
        const inProject = relative(root, path);
        if (isOfPackage(inProject)) return undefined;
        const contents = readFileSync(path);
        read.set(inProject.replaceAll('\\', '/'), digestOf(contents));
        return {
          contents: inProject.endsWith('.json') ? contents : moduleOf(contents),
          loader: loaderOf(extname(path)),
        };
      });
    },
  };
}

/**
 * Without this, esbuild takes a file that exports nothing for one that exports an empty site.
 *
 * @param {Buffer} contents
 */
const moduleOf = (contents) => Buffer.concat([contents, Buffer.from('\nexport {};\n')]);

/** @param {string} extension */
function loaderOf(extension) {
  if (extension === '.json') return 'json';
  return extension.endsWith('x') ? 'tsx' : 'ts';
}

/** @param {string} path */
const isOfPackage = (path) => /(^|[\\/])node_modules[\\/]/.test(path);

/** What an import may leave away. */
const ENDINGS = ['', '.tsx', '.ts', '.json', '/index.ts'];

/**
 * Notes the sources that are reached through a symbolic link. The bundler looks at the file behind it; when the link is
 * set to another file, no file of the bundle has changed.
 *
 * @param {string} root
 * @param {Map<string, string>} links where each one leads, by path in the project
 * @returns {import('esbuild').Plugin}
 */
function linksTo(root, links) {
  return {
    name: 'links to sources',
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\/|^main\.ts$/ }, ({ path, resolveDir }) => {
        if (isOfPackage(`${relative(root, resolveDir)}/`)) return undefined;
        const named = ENDINGS.map((ending) => resolve(resolveDir, path + ending)).find(leadsSomewhere);
        if (named && realpathSync(named) !== named) links.set(relative(root, named), realpathSync(named));
        return undefined;
      });
    },
  };
}

/** @param {string} path */
function leadsSomewhere(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * cdk8s reads manifests for `Include` with a script of its own, which it looks for beside itself: in a bundle it has to
 * be told where that is, seen from the bundle: the project may be moved together with its cache.
 *
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
function cdk8sYaml(root) {
  return {
    name: 'cdk8s reads YAML with a script of its own',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]cdk8s[\\/]lib[\\/]yaml\.js$/ }, ({ path }) => {
        const steps = JSON.stringify(relative(join(root, CACHE), dirname(path)));
        const place = `require('node:path').join(__dirname, ${steps})`;
        return { contents: readFileSync(path, 'utf8').replaceAll('__dirname', place) };
      });
    },
  };
}

module.exports = { build };
