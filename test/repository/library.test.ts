import { describe, expect, test } from 'vitest';
import { files, textOf, writtenFiles } from './support/files.ts';
import { importsOf, reachableFrom, roomOf, targetsOf } from './support/imports.ts';

const imports = writtenFiles()
  .filter((file) => /\.(ts|mts|mjs|cjs)$/.test(file))
  .flatMap((file) => importsOf(file, textOf(file)));

const folders = [...new Set(files().flatMap((file) => /^constructs\/([^/]+)\//.exec(file)?.[1] ?? []))];

/** What has no place in a library: other rooms than its own and those below it, and what only checks input. */
const STRANGE = /^(?!constructs\/|kubernetes\/|imports\/)/;

const isStrange = ({ target, isPackage }: { readonly target: string; readonly isPackage: boolean }) =>
  isPackage ? target === 'zod' : STRANGE.test(target) || target === 'imports/argoproj.io.ts';

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
    expect(own.filter(isStrange).map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });
});

/** Constructs and types that a file gives out, by their names; functions and constants in a folder's door may be ours alone. */
function givenOut(file: string): string[] {
  const lists = [...textOf(file).matchAll(/^export (?:type )?\{([^}]*)\}/gm)].map(([, names = '']) => names);
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim().replace(/^type /, ''));
  return names.filter((name) => /^[A-Z][A-Za-z]*[a-z]/.test(name)).sort();
}

test.each(folders)('constructs, props and other types of %s are in the entry of the package', (folder) => {
  const own = givenOut(`constructs/${folder}/index.ts`);
  const entry = new Set(givenOut('constructs/index.ts'));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((name) => !entry.has(name))).toEqual([]);
});

test('a local volume brings few files with it, and none of a site', () => {
  const projectImports = imports.filter(({ isPackage }) => !isPackage);
  const reached = reachableFrom('constructs/local-storage/index.ts', targetsOf(projectImports));
  expect([...new Set([...reached].map(roomOf))].sort()).toEqual(['constructs', 'kubernetes']);
  expect(reached.size).toBeLessThanOrEqual(35);
});

test('the entry of the package is the door of the library', () => {
  expect(JSON.parse(textOf('package.json')).exports).toBe('./constructs/index.ts');
});
