import { expect, test } from 'vitest';
import { files, textOf } from '../repository/support/files.ts';

/** The folders at the top, each with one purpose of its own. */
const FOLDERS =
  'constructs dashboards dist docs imports infra kubernetes launch output platform policies scripts site test'.split(
    ' ',
  );

test('the top has these folders, and no others', () => {
  const folders = files().flatMap((file) => /^(?!\.)([^/]+)\//.exec(file)?.[1] ?? []);
  expect([...new Set(folders)].sort()).toEqual(FOLDERS);
});

test.each(FOLDERS)('docs/architecture.md says what %s/ is for', (folder) => {
  expect(textOf('docs/architecture.md')).toMatch(new RegExp(`\`${folder}/\`|^## .*\\b${folder}/`, 'm'));
});

test('the files that everything begins with are at the top', () => {
  expect(files()).toEqual(
    expect.arrayContaining(['cdk8s.yaml', 'main.ts', 'package.json', 'platform.ts', 'tsconfig.json']),
  );
});
