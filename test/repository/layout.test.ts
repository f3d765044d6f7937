import { expect, test } from 'vitest';
import { files } from './support/files.ts';
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
