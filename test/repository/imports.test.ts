import { describe, expect, test } from 'vitest';
import { textOf, writtenFiles } from './support/files.ts';
import { circlesOf, type Import, importsOf, roomOf } from './support/imports.ts';

/** From which rooms each room may import, besides itself; docs/architecture.md says why. */
const DIRECTIONS: Readonly<Record<string, readonly string[]>> = {
  kubernetes: [],
  site: ['kubernetes'],
  constructs: ['kubernetes', 'imports'],
  platform: ['site', 'constructs', 'kubernetes', 'imports'],
  policies: ['kubernetes', 'site'],
  output: ['kubernetes'],
  dashboards: [],
  launch: [],
  infra: ['site', 'launch', 'kubernetes'],
};

/** The packages that `output/` may know: what makes objects, and what writes them. */
const PACKAGES_OF_OUTPUT = ['cdk8s', 'constructs', 'yaml'];

const imports = writtenFiles()
  .filter((file) => /\.(ts|mts|mjs|cjs)$/.test(file))
  .flatMap((file) => importsOf(file, textOf(file)));

describe('imports run one way', () => {
  test.each(Object.entries(DIRECTIONS))('%s imports from nothing but itself and %j', (room, allowed) => {
    const isTest = ({ file, target }: Import) => file.startsWith(`${room}/test/`) && roomOf(target) === 'test';
    const strays = fromRoom(room).filter((one) => ![room, ...allowed].includes(roomOf(one.target)) && !isTest(one));
    expect(strays.filter(({ isPackage }) => !isPackage).map(sentence)).toEqual([]);
  });

  test.each(['main.ts', 'platform', 'infra', 'scripts'])('%s comes into the plan by its door alone', (room) => {
    const others = fromRoom(room).filter(({ file, target }) => isInside(target) && !file.startsWith(`${room}/test/`));
    expect(others.map(sentence)).toEqual([]);
  });

  test('platform/ knows nothing of a site but its plan', () => {
    const strays = fromRoom('platform').filter(({ target }) => roomOf(target) === 'site' && target !== DOOR);
    expect(strays.map(sentence)).toEqual([]);
  });

  test('output/ knows the packages that make and write objects, and no others', () => {
    const packages = fromRoom('output').filter(({ target, isPackage }) => isPackage && !target.startsWith('node:'));
    expect(packages.filter(({ target }) => !PACKAGES_OF_OUTPUT.includes(target)).map(sentence)).toEqual([]);
  });

  test('kubernetes/ knows no package at all', () => {
    expect(
      fromRoom('kubernetes')
        .filter(({ isPackage }) => isPackage)
        .map(sentence),
    ).toEqual([]);
  });

  test('site/ and policies/ know neither cdk8s nor Pulumi', () => {
    const builders = /^(cdk8s|constructs|@pulumi)\b/;
    const planners = [...fromRoom('site'), ...fromRoom('policies')];
    expect(planners.filter(({ target, isPackage }) => isPackage && builders.test(target)).map(sentence)).toEqual([]);
  });

  test('nothing outside infra/ imports Pulumi or infra/', () => {
    const others = imports.filter(({ file }) => roomOf(file) !== 'infra' && !/^test\/(effects|node)\//.test(file));
    expect(others.filter(({ target }) => /^(@pulumi\/|infra\/)/.test(target)).map(sentence)).toEqual([]);
  });

  test('nothing but main.ts and scripts imports platform.ts, and so no test does', () => {
    const readers = imports.filter(({ target }) => target === 'platform.ts').map(({ file }) => file);
    expect(readers.filter((file) => file !== 'main.ts' && roomOf(file) !== 'scripts')).toEqual([]);
  });
});

describe('no files import each other in a circle', () => {
  test('in the whole tree, types included', () => {
    const circles = circlesOf(imports).map((circle) => circle.join(', '));
    expect(circles).toEqual([]);
  });

  test.each([
    ['two files', ['a b', 'b a'], ['a, b']],
    ['three files, beside one that leads there', ['d a', 'a b', 'b c', 'c a'], ['a, b, c']],
    ['a file that imports itself', ['a a'], ['a']],
    ['two circles', ['a b', 'b a', 'b c', 'c d', 'd c'], ['a, b', 'c, d']],
    ['none where two ways lead to one file', ['a b', 'a c', 'b d', 'c d'], []],
  ])('and the test sees %s', (_, pairs, circles) => {
    const found = circlesOf(pairs.map((pair) => ({ file: pair.slice(0, 1), target: pair.slice(2) })));
    expect(found.map((circle) => circle.join(', '))).toEqual(circles);
  });
});

test('no program but launch/ starts the bundler, so there is one way to run TypeScript', () => {
  // These name the types of what it says.
  const tellers = ['scripts/synth/advice.cjs', 'scripts/synth/crash.cjs'];
  const users = imports.filter(({ target }) => target === 'esbuild').map(({ file }) => file);
  const programs = users.filter((file) => roomOf(file) !== 'test' && !tellers.includes(file));
  expect([...new Set(programs)]).toEqual(['launch/build.cjs', 'launch/origins.cjs']);
});

describe('the reader of imports', () => {
  test.each([
    ["import { z } from 'zod';", 'zod'],
    ["import {\n  one,\n  type Two,\n} from '../site/index.ts';", 'site/index.ts'],
    ["import type { Site } from './site.ts';", 'constructs/site.ts'],
    ["export * from '../site/index.ts';", 'site/index.ts'],
    ["import '../site/index.ts';", 'site/index.ts'],
    ["const later = await import('../site/index.ts');", 'site/index.ts'],
    ["const { build } = require('esbuild');", 'esbuild'],
  ])('sees %j', (text, target) => {
    expect(importsOf('constructs/one.ts', text).map((found) => found.target)).toEqual([target]);
  });
});

/** The door of the plan. */
const DOOR = 'site/plan/index.ts';

function isInside(target: string): boolean {
  return target.startsWith('site/plan/') && target !== DOOR;
}

function fromRoom(room: string): Import[] {
  return imports.filter(({ file }) => roomOf(file) === room);
}

function sentence({ file, target }: Import): string {
  return `${file} imports ${target}`;
}
