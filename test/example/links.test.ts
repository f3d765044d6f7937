import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { textOf, top, writtenFiles } from '../repository/support/files.ts';

test.each(writtenFiles().filter((file) => file.endsWith('.md')))('every link of %s leads to a file', (file) => {
  const links = [...textOf(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(top, dirname(file), link)))).toEqual([]);
});
