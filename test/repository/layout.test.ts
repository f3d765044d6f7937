import { expect, test } from 'vitest';
import { files, textOf } from './support/files.ts';
import { roomOf } from './support/imports.ts';

/** The rooms that were asked for, and those that each have one purpose of their own; docs/architecture.md lists them. */
const ROOMS = [
  ...['package.json', 'tsconfig.json', 'cdk8s.yaml', 'main.ts', 'constructs', 'imports', 'dist', 'test'],
  ...['platform.ts', 'site', 'policies', 'output', 'scripts', 'docs'],
];

test('the top folder has every room', () => {
  const tracked = new Set(files().map(roomOf));
  expect(ROOMS.filter((room) => !tracked.has(room))).toEqual([]);
});

test('versions of packages are exact', () => {
  const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the text of the licence is the one that package.json names', () => {
  expect(JSON.parse(textOf('package.json'))).toMatchObject({ license: 'Apache-2.0' });
  expect(textOf('LICENSE')).toContain('Apache License\n                           Version 2.0, January 2004');
});
