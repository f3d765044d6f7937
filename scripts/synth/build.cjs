'use strict';

const { readFileSync } = require('node:fs');
const { dirname, extname, join, relative } = require('node:path');
const { CACHE, digestOf, nameOf } = require('./kept.cjs');
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
  const { outputFiles, metafile, warnings } = await esbuild.build({
    ...options(root),
    plugins: [ownSources(root, read), cdk8sYaml],
  });
  const [map, code] = /** @type {[Uint8Array, Uint8Array]} */ (outputFiles.map(({ contents }) => contents));
  const said = await esbuild.formatMessages(warnings, { kind: 'warning' });
  const script = join(root, CACHE, nameOf(code));
  const bundle = { script, code: Buffer.from(code).toString('latin1'), map, warnings: said.join('') };
  keep(root, bundle, { inputs: Object.keys(metafile.inputs), read, begun });
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
      onLoad({ filter: /\.[cm]?tsx?$/ }, ({ path }) => {
        const inProject = relative(root, path);
        if (/(^|[\\/])node_modules[\\/]/.test(inProject)) return undefined;
        const contents = readFileSync(path);
        read.set(inProject.replaceAll('\\', '/'), digestOf(contents));
        // Without this, esbuild takes a file that exports nothing for one that exports an empty site.
        const module = Buffer.concat([contents, Buffer.from('\nexport {};\n')]);
        return { contents: module, loader: extname(path).endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/**
 * cdk8s reads manifests for `Include` with a script of its own, which it looks for beside itself: in a bundle it has to
 * be told where that is.
 *
 * @type {import('esbuild').Plugin}
 */
const cdk8sYaml = {
  name: 'cdk8s reads YAML with a script of its own',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]cdk8s[\\/]lib[\\/]yaml\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path))),
    }));
  },
};

module.exports = { build };
