import { describe, expect, test } from 'vitest';
import { files, textOf, writtenFiles } from './support/files.ts';
import { importsOf, reachableFrom, roomOf, targetsOf } from './support/imports.ts';

/** Folders of constructs/ that turn a site into constructs, and leave the room for one of their own. */
const COMPOSITION = ['cluster', 'delivery', 'edge'];

/** Parts of the library that still know of a site or of its delivery, to be deleted with what they import. */
const NOT_YET = ['certificates/cert-manager.ts', 'secrets/external-secrets.ts'];

const imports = writtenFiles()
  .filter((file) => /\.(ts|mts|mjs|cjs)$/.test(file))
  .flatMap((file) => importsOf(file, textOf(file)));

const folders = [...new Set(files().flatMap((file) => /^constructs\/([^/]+)\//.exec(file)?.[1] ?? []))].filter(
  (folder) => !COMPOSITION.includes(folder),
);

const strange = ({ target }: { readonly target: string }) =>
  !['constructs', 'kubernetes', 'imports'].includes(roomOf(target)) || COMPOSITION.includes(target.split('/')[1] ?? '');

describe('a folder of constructs/', () => {
  test.each(folders)('%s is entered by its index.ts alone, but by tests', (folder) => {
    const inside = `constructs/${folder}/`;
    const strays = imports.filter(
      ({ file, target }) =>
        target.startsWith(inside) &&
        target !== `${inside}index.ts` &&
        !file.startsWith(inside) &&
        roomOf(file) !== 'test',
    );
    expect(strays.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  test.each(folders)('%s knows no site and no Argo CD: it takes props', (folder) => {
    const own = imports.filter(({ file }) => file.startsWith(`constructs/${folder}/`));
    const known = NOT_YET.map((path) => `constructs/${path}`);
    const strays = own.filter(({ file }) => !known.some((path) => file.startsWith(path)));
    expect(
      strays
        .filter(({ isPackage, target }) => (isPackage ? target === 'zod' : strange({ target })))
        .map(({ file, target }) => `${file} imports ${target}`),
    ).toEqual([]);
  });
});

test('a local volume brings few files with it, and none of a site', () => {
  const projectImports = imports.filter(({ isPackage }) => !isPackage);
  const reached = reachableFrom('constructs/local-storage/index.ts', targetsOf(projectImports));
  expect([...new Set([...reached].map(roomOf))].sort()).toEqual(['constructs', 'kubernetes']);
  expect(reached.size).toBeLessThanOrEqual(30);
});

test('the entry of the package is the door of the library', () => {
  expect(JSON.parse(textOf('package.json')).exports).toBe('./constructs/index.ts');
});
