import { expect, test } from 'vitest';
import { files, textOf } from '../repository/support/files.ts';

const decisions = files().filter((file) => file.startsWith('docs/decisions/'));

test('no two decisions share a number', () => {
  const numbers = decisions.map((file) => file.replace(/^docs\/decisions\/(\d{4})-.*$/, '$1'));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

test.each(decisions)('%s begins with its number and a title', (file) => {
  const number = Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]);
  expect(textOf(file)).toMatch(new RegExp(`^# ${number}\\. [A-Z]`));
});

test.each(decisions)('%s says what it is about and what was decided', (file) => {
  const text = textOf(file);
  expect(['Context', 'Decision'].filter((part) => !text.includes(`\n**${part}.** `))).toEqual([]);
});
