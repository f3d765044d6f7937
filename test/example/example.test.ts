import { expect, test } from 'vitest';
import { textOf } from '../repository/support/files.ts';
import { EXAMPLE_TEXT } from '../support/example-project.ts';

test('platform.ts is the example that the unit tests know, to the letter', () => {
  expect(textOf('platform.ts')).toBe(EXAMPLE_TEXT);
});
