import { parse } from 'yaml';

/** A version that means the same tomorrow: `1.2.3`, `v1.2.3-rc.1`, and of a package under another name `npm:name@1.2.3`. */
const EXACT = /^(npm:.+@)?v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/;

/**
 * Versions of packages that may mean another one tomorrow, each with what to write.
 *
 * @param {string} file `package.json`
 * @param {string} text of the file
 */
export function loosePackages(file, text) {
  const { dependencies, devDependencies } = JSON.parse(text);
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${file}: ${name} is requested as ${version}; npm install --save-exact ${name}`);
}

/** The same of the Helm charts that Argo CD is told to install; exact images are what a synth itself insists on. */
export function looseCharts(dist) {
  return [...dist]
    .filter(([path]) => path.startsWith('apps/') && path.endsWith('.yaml'))
    .flatMap(([path, text]) => sourcesOf(parse(text)).map((source) => ({ path, ...source })))
    .filter(({ chart, targetRevision }) => chart !== undefined && !EXACT.test(targetRevision))
    .map(
      ({ path, chart, targetRevision }) =>
        `dist/${path}: the chart ${chart} is requested as ${targetRevision}; write the exact version in constructs/versions.ts`,
    );
}

function sourcesOf({ spec = {} }) {
  return [...(spec.source ? [spec.source] : []), ...(spec.sources ?? [])];
}
