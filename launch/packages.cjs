'use strict';

const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Per folder a package that is there once all of them are, and what installs them. */
const PLACES = /** @type {const} */ ({
  project: { has: 'node_modules/esbuild', command: 'npm ci' },
  infra: { has: 'infra/node_modules/@pulumi/pulumi', command: 'npm ci --prefix infra' },
});

/**
 * One line for a project without its packages, with what to run; undefined where they are installed.
 *
 * @param {...keyof typeof PLACES} places whose packages are needed beside those of the project
 * @returns {string | undefined}
 */
function missingPackages(...places) {
  const missing = [PLACES.project, ...places.map((place) => PLACES[place])].filter(
    ({ has }) => !existsSync(join(dirname(__dirname), has)),
  );
  if (missing.length === 0) return undefined;
  return `packages are missing: run ${missing.map(({ command }) => command).join(' && ')}\n`;
}

/**
 * Ends the program with that line where packages are missing.
 *
 * @param {...keyof typeof PLACES} places
 */
function needPackages(...places) {
  const missing = missingPackages(...places);
  if (missing === undefined) return;
  process.stderr.write(missing);
  process.exit(1);
}

exports.missingPackages = missingPackages;
exports.needPackages = needPackages;
